"""Vietnamese words for random texts. Every choice comes from the generator that is handed in."""

SUBJECTS = [
    "Công đoàn tỉnh", "Đoàn khối", "Liên đoàn Lao động", "Ban Thường vụ", "Công đoàn ngành Y tế",
    "Đoàn viên trẻ", "Ban Nữ công", "Công nhân khu chế xuất",
]
VERBS = ["tổ chức", "tổng kết", "phát động", "khai mạc", "kiểm tra", "ra mắt", "gặp mặt"]
OBJECTS = [
    "đại hội", "hội thao", "Tháng Công nhân", "lớp tập huấn", "phong trào thi đua", "hội nghị người lao động",
    "chương trình \"Tết sum vầy\"", "quỹ nhà ở: đợt 2", "cuộc thi #an_toàn", "ngày hội <hiến máu> & sẻ chia",
]
# Some spellings are one tag, and "Đảng" and "đang" are two tags with one slug.
TAGS = [
    "đại hội", "Đại hội", "công đoàn cơ sở", "Đảng", "đang", "hoà bình", "hòa bình", "an toàn lao động",
    "nữ công", "Nữ Công", "thi đua", "chính sách",
]
# Words of one length in bytes, so that a text can change and keep its size.
EQUAL_WORDS = ["mot", "hai", "bay", "tam", "may", "xua"]
# Heading and the anchor it gets.
HEADINGS = {"Kết quả": "ket-qua", "Nhiệm vụ": "nhiem-vu", "Phát biểu": "phat-bieu", "Số liệu": "so-lieu"}
AUTHORS = ["Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Minh Tuấn", "Phạm Thu Hà"]
UNITS = ["Công đoàn ngành Giáo dục", "Công ty May 10", "Bệnh viện Đa khoa"]
CATEGORIES = ["tin-tuc", "phong-trao", "thong-bao", "doi-song", "nu-cong"]
MARKUP = [
    "| Đơn vị | Số |\n|---|--:|\n| May 10 | 12 |\n| Y tế | 7 |",
    "Theo quy định[^1] mới.\n\n[^1]: Nghị định 74.",
    "::: chu-ky\nTM. BAN THƯỜNG VỤ\n**Nguyễn Thị An**\n:::",
    "- [x] xong\n- [ ] chưa ~~bỏ~~",
    "Xem https://congdoan.example.vn/ hoặc hỏi vp@congdoan.example.vn.",
    "> Lời phát biểu\n> hai dòng",
]


def title(rng):
    return f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)} lần {rng.randrange(100)}"


def sentence(rng):
    equal = " ".join(rng.choices(EQUAL_WORDS, k=3))
    return f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)}, {equal} {rng.randrange(1000)}."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(1, 3)))


def tags(rng):
    return rng.sample(TAGS, rng.randint(0, 4))
