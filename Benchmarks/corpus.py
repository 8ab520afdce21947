#!/usr/bin/env python3
"""Makes an invented Vietnamese union newspaper (Python's standard library only), the same bytes on every machine.

  corpus.py --articles N --out DIR [--seed S] [--date-terms] [--extra K]

Writes N articles as DIR/content/<category>/<YYYY>/<slug>.md (UTF-8, NFC, LF; YAML front matter) and then
DIR/stats.json: what a correct site built from them must contain.
--date-terms  adds ngay, thang and nam (day, month, year) to the front matter, for a generator that makes its date
              archives out of taxonomies
--extra K     adds K articles, newer than all others, to an existing corpus, and prints their paths
"""

import argparse
import bisect
import itertools
import json
import math
import random
import unicodedata
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

FIRST_DAY = datetime(2013, 11, 1, tzinfo=timezone(timedelta(hours=7)))
DAYS = (datetime(2025, 11, 1, tzinfo=FIRST_DAY.tzinfo) - FIRST_DAY).days

CATEGORIES = [  # slug, title, weight
    ("tin-cong-doan", "Tin công đoàn", 26),
    ("hoat-dong-co-so", "Hoạt động cơ sở", 18),
    ("doi-song-cong-nhan", "Đời sống công nhân", 12),
    ("chinh-sach-phap-luat", "Chính sách - Pháp luật", 10),
    ("thi-dua-yeu-nuoc", "Thi đua yêu nước", 8),
    ("nu-cong", "Nữ công", 6),
    ("an-toan-ve-sinh-lao-dong", "An toàn, vệ sinh lao động", 5),
    ("nguoi-tot-viec-tot", "Người tốt, việc tốt", 4.5),
    ("van-hoa-the-thao", "Văn hóa - Thể thao", 4),
    ("hoi-dap-phap-luat", "Hỏi đáp pháp luật", 3),
    ("cong-doan-quoc-te", "Công đoàn quốc tế", 2.3),
    ("thong-bao", "Thông báo", 1.2),
]

PROVINCES = """Hà Nội|Thành phố Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|Hải Dương|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái""".split(
    "|"
)
INDUSTRIES = """Giáo dục|Y tế|Dệt may|Than - Khoáng sản|Điện lực|Dầu khí|Đường sắt|Hàng hải|Xây dựng|Công Thương|Nông nghiệp và Phát triển nông thôn|Giao thông vận tải|Ngân hàng|Bưu điện|Cao su|Thông tin và Truyền thông|Hàng không|Viên chức|Quốc phòng|Công an nhân dân""".split(
    "|"
)
FAMILY_NAMES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Đinh|Mai|Trịnh|Lương|Tạ|Cao|Châu|Quách".split(
    "|"
)
MIDDLE_NAMES = "Văn|Thị|Đức|Minh|Hữu|Thanh|Ngọc|Quang|Xuân|Thu|Bích|Hồng|Kim|Công|Đình|Quốc|Thế|Trọng|Mỹ|Phương".split(
    "|"
)
GIVEN_NAMES = "An|Anh|Bình|Chiến|Cường|Dũng|Dung|Duy|Giang|Hà|Hải|Hạnh|Hiền|Hiếu|Hoa|Hòa|Hùng|Hương|Khánh|Khoa|Lan|Linh|Loan|Long|Mạnh|Nam|Nga|Nghĩa|Nhung|Oanh|Phong|Phúc|Quân|Quyên|Sơn|Tâm|Thắng|Thảo|Thủy|Toàn|Trang|Trí|Tú|Tuấn|Tuyết|Uyên|Vân|Việt|Vinh|Yến".split(
    "|"
)
COMPANY_KINDS = "Công ty TNHH|Công ty Cổ phần|Công ty TNHH Một thành viên|Tổng Công ty|Nhà máy|Xí nghiệp|Công ty Cổ phần Đầu tư".split(
    "|"
)
COMPANY_TRADES = "May mặc|Điện tử|Giày da|Cơ khí|Chế biến thủy sản|Vật liệu xây dựng|Xi măng|Thép|Bao bì|Dược phẩm|Gỗ nội thất|Linh kiện ô tô|Thực phẩm|Cao su|Nhựa|Gốm sứ|Môi trường đô thị|Cấp thoát nước|Vận tải biển|Than".split(
    "|"
)
COMPANY_NAMES = "Phương Đông|Tân Tiến|Việt Thắng|Hòa Phát Triển|Sao Mai|Đại Thành|Thăng Long Mới|Trường Xuân|Bình Minh|Hưng Thịnh|Nam Cường|Thái Sơn|Đông Hải|Hồng Hà Nam|Phú Mỹ An|Tiền Phong Xanh|Quyết Thắng|Minh Khai|Sông Lam|Cửu Long".split(
    "|"
)
POSITIONS = "Chủ tịch|Phó Chủ tịch Thường trực|Phó Chủ tịch|Trưởng Ban Tổ chức|Trưởng Ban Chính sách - Pháp luật|Trưởng Ban Nữ công|Trưởng Ban Tuyên giáo|Ủy viên Ban Thường vụ|Ủy viên Ban Chấp hành|Giám đốc|Tổ trưởng sản xuất|Phó Giám đốc|Bí thư Đảng ủy".split(
    "|"
)
ACTIVITIES = """tổ chức hội nghị tổng kết hoạt động công đoàn|phát động phong trào thi đua lao động giỏi, lao động sáng tạo|triển khai Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động|trao tặng nhà “Mái ấm Công đoàn” cho đoàn viên khó khăn|thăm hỏi, tặng quà công nhân lao động có hoàn cảnh đặc biệt|ký kết thỏa ước lao động tập thể với người sử dụng lao động|khai mạc hội thao công nhân, viên chức, lao động|tập huấn nghiệp vụ cho cán bộ công đoàn cơ sở|kiểm tra việc thực hiện chế độ bảo hiểm xã hội|giám sát công tác vệ sinh an toàn thực phẩm bữa ăn ca|tư vấn pháp luật lưu động cho người lao động|tổ chức đại hội công đoàn nhiệm kỳ mới|kết nạp đoàn viên và thành lập công đoàn cơ sở|đối thoại định kỳ tại nơi làm việc|biểu dương gia đình công nhân lao động tiêu biểu|khám sức khỏe miễn phí cho nữ công nhân|hỗ trợ vé xe đưa công nhân về quê đón Tết|tổ chức chợ Tết nghĩa tình và phiên chợ không đồng|tuyên truyền phòng, chống cháy nổ trong khu nhà trọ|trao học bổng cho con đoàn viên vượt khó học giỏi|gặp mặt, lắng nghe tâm tư, nguyện vọng của công nhân|sơ kết công tác sáu tháng đầu năm|hiến máu tình nguyện vì cộng đồng|khen thưởng các sáng kiến cải tiến kỹ thuật|vận động đóng góp quỹ xã hội và ủng hộ đồng bào vùng lũ|ra mắt mô hình tổ tự quản khu nhà trọ|chăm lo bữa ăn ca và cải thiện điều kiện làm việc|phối hợp thanh tra việc trả lương, thưởng cuối năm|tổ chức hội thi tay nghề, chọn thợ giỏi|bồi dưỡng kỹ năng thương lượng tập thể""".split(
    "|"
)
PURPOSES = """nhằm chăm lo tốt hơn đời sống vật chất và tinh thần cho người lao động|để bảo vệ quyền, lợi ích hợp pháp, chính đáng của đoàn viên|góp phần xây dựng quan hệ lao động hài hòa, ổn định và tiến bộ|qua đó động viên công nhân yên tâm gắn bó lâu dài với doanh nghiệp|nhằm nâng cao chất lượng hoạt động của công đoàn cơ sở|để kịp thời chia sẻ khó khăn với các gia đình bị ảnh hưởng|góp phần hoàn thành vượt mức kế hoạch sản xuất, kinh doanh|nhằm phát huy tinh thần đoàn kết, tương thân tương ái|qua đó nâng cao nhận thức chấp hành pháp luật lao động|để xây dựng giai cấp công nhân hiện đại, lớn mạnh|nhằm giảm thiểu tai nạn lao động, bệnh nghề nghiệp|góp phần đưa nghị quyết của Đảng vào cuộc sống""".split(
    "|"
)
PLACES = """tại hội trường trung tâm|tại nhà văn hóa lao động|tại khu công nghiệp|tại trụ sở liên đoàn|tại nhà ăn tập thể của đơn vị|ngay trong phân xưởng|tại khu nhà trọ công nhân|tại quảng trường thành phố|tại trường cao đẳng nghề|theo hình thức trực tuyến|tại công trường xây dựng|tại thôn, bản vùng cao biên giới""".split(
    "|"
)
NOUNS = """đoàn viên|người lao động|công nhân|cán bộ|viên chức|nữ công nhân|lao động trẻ|tổ sản xuất|phân xưởng|ca làm việc|bữa ăn ca|tiền lương|tiền thưởng|phụ cấp|hợp đồng|bảo hiểm|trợ cấp|nhà ở xã hội|khu lưu trú|trường mầm non|sức khỏe|tay nghề|năng suất|chất lượng|sáng kiến|máy móc|thiết bị|dây chuyền|nguyên liệu|đơn hàng|thị trường|kế hoạch|chỉ tiêu|nghị quyết|quy chế|thỏa ước|kiến nghị|thủ tục|hồ sơ|giấy tờ|nguồn vốn|quỹ phúc lợi|phong trào|mô hình|câu lạc bộ|đội văn nghệ|giải bóng đá|lớp học|khóa đào tạo|văn bản|chính sách|quyền lợi|nghĩa vụ|trách nhiệm|kỷ luật|môi trường|nguồn nước|cây xanh|tiếng ồn|bụi mịn|ánh sáng|nhiệt độ|hóa chất|bình chữa cháy|lối thoát hiểm|găng tay|mũ bảo hộ|giày ủng|khẩu trang|tủ thuốc|trạm y tế|bác sĩ|con em|gia đình|tuổi già|quê hương|làng xóm|đường sá|cầu cống|mùa vụ|thiên tai|dịch bệnh|vắc xin|thông tin|mạng xã hội|chuyển đổi số|thẻ đoàn viên|phần mềm|dữ liệu|báo cáo""".split(
    "|"
)
ADJECTIVES = """thiết thực|hiệu quả|kịp thời|đúng đối tượng|công khai|minh bạch|dân chủ|chặt chẽ|nghiêm túc|đồng bộ|sâu rộng|bền vững|ổn định|an toàn|sạch đẹp|đầy đủ|nhanh chóng|cụ thể|rõ ràng|linh hoạt|sáng tạo|quyết liệt|tự giác|gương mẫu|ấm áp|nghĩa tình|phấn khởi|tin tưởng|vững chắc|toàn diện|thường xuyên|định kỳ|phù hợp|thuận lợi|khó khăn|vất vả|mạnh mẽ|thân thiện|hiện đại|tiết kiệm""".split(
    "|"
)
VERBS = """chăm lo|bảo vệ|nâng cao|đổi mới|cải thiện|đẩy mạnh|tăng cường|phát huy|thực hiện|duy trì|mở rộng|quan tâm|lắng nghe|giải quyết|tháo gỡ|hỗ trợ|đồng hành|chia sẻ|tuyên truyền|vận động|phổ biến|hướng dẫn|kiểm soát|đánh giá|rà soát|bổ sung|điều chỉnh|hoàn thiện|xây dựng|củng cố|kiện toàn|bồi dưỡng|huấn luyện|khuyến khích|tôn vinh|nhân rộng|kết nối|tiếp nhận|trao đổi|ghi nhận|phản ánh|đề xuất|kiến nghị|tham mưu|ban hành|áp dụng|vận hành|sửa chữa|lắp đặt|thay thế|đầu tư|tiết giảm|thu hút|giữ chân|tuyển dụng|đào tạo|sắp xếp|bố trí|phân công|giám sát""".split(
    "|"
)
TAGS = """Tháng Công nhân|Tết Sum vầy|Mái ấm Công đoàn|an toàn lao động|vệ sinh lao động|tiền lương tối thiểu|bảo hiểm xã hội|bảo hiểm y tế|bảo hiểm thất nghiệp|nhà ở công nhân|bữa ăn ca|thỏa ước lao động tập thể|đối thoại tại nơi làm việc|thương lượng tập thể|đình công|quan hệ lao động|phát triển đoàn viên|công đoàn cơ sở|đại hội công đoàn|nữ công nhân|bình đẳng giới|phòng chống bạo lực gia đình|lao động sáng tạo|lao động giỏi|sáng kiến kỹ thuật|hội thi tay nghề|hiến máu tình nguyện|thi đua yêu nước|người tốt việc tốt|học tập và làm theo Bác|chuyển đổi số|thẻ đoàn viên|phúc lợi đoàn viên|chợ Tết Công đoàn|chuyến xe Công đoàn|quỹ xã hội|trợ cấp khó khăn|thiên tai bão lũ|phòng chống dịch|khám sức khỏe|bệnh nghề nghiệp|tai nạn lao động|phòng cháy chữa cháy|tư vấn pháp luật|Bộ luật Lao động|Luật Công đoàn|Luật Bảo hiểm xã hội|nợ lương|chấm dứt hợp đồng|thời giờ làm việc|làm thêm giờ|nghỉ Tết|lao động nước ngoài|xuất khẩu lao động|khu công nghiệp|khu chế xuất|xuất khẩu|hội thao|văn nghệ quần chúng|giải bóng đá|ngày hội công nhân|gia đình tiêu biểu|học bổng|trại hè|Trung thu cho em|Quốc tế Phụ nữ|Ngày Phụ nữ Việt Nam|giao lưu quốc tế|tổ chức lao động quốc tế|hợp tác công đoàn|tập huấn cán bộ|kiểm tra công đoàn|tài chính công đoàn|tuyên giáo|cải cách hành chính|xây dựng Đảng|kết nạp đảng viên|biển đảo quê hương|Trường Sa|giai cấp công nhân""".split(
    "|"
)
HEADINGS = """Chăm lo thiết thực cho người lao động|Lan tỏa phong trào thi đua|Những con số biết nói|Khó khăn cần tháo gỡ|Giải pháp trong thời gian tới|Tiếng nói từ cơ sở|Đồng hành cùng doanh nghiệp|Kết quả nổi bật|Bài học kinh nghiệm|Phát huy vai trò của nữ đoàn viên|Quyền lợi được bảo đảm|Nội dung chính của hội nghị|Đẩy mạnh tuyên truyền pháp luật|Xây dựng tổ chức vững mạnh|Kiến nghị, đề xuất|Nghĩa tình nơi xưởng máy|Đổi mới phương thức hoạt động|Mô hình hay, cách làm sáng tạo|Ghi nhận và biểu dương|Phương hướng, nhiệm vụ""".split(
    "|"
)
SENTENCES = """Ngày {ngay}, {to} đã {viec} {noi}.
{to} vừa {viec}, {md}.
Phát biểu tại buổi lễ, {ong} nhấn mạnh các cấp công đoàn cần {dt} và {dt} {dn} một cách {tt}, {tt}.
Theo {ong}, năm qua đơn vị đã {dt} {dn}, {dt} {dn} cho hơn {so} {dn}.
Trong {so2} tháng đầu năm, toàn tỉnh có {so} {dn} được {dt}, đạt {pt}% kế hoạch đề ra.
Bên cạnh đó, công tác {dt} {dn} được triển khai {tt}, {md}.
Anh {ten}, công nhân {cty}, chia sẻ: “Chúng tôi rất {tt} khi được công đoàn {dt} {dn}, nhất là {dn} và {dn}.”
Chị {ten} cho biết, từ khi có công đoàn, {dn} được {dt} {tt} hơn, thu nhập bình quân đạt {tien} đồng mỗi tháng.
Nhờ {dt} {dn} nên {dn} của {cty} ngày càng {tt}, {tt}.
Tuy nhiên, việc {dt} {dn} ở một số nơi còn {tt}, chưa đáp ứng yêu cầu của {dn}.
Dịp này, Ban tổ chức đã trao {so2} suất quà, tổng trị giá {tien} đồng, tặng {dn} tại {tinh}.
Hội nghị thống nhất {dt} {dn}, đồng thời {dt} {dn} theo hướng {tt}, {tt}.
Thời gian tới, {to} tiếp tục {dt} {dn}, {dt} {dn} và {viec}.
Từ đầu nhiệm kỳ đến nay, {to} đã kết nạp mới {so} đoàn viên, thành lập {so2} công đoàn cơ sở.
Đại diện {cty} khẳng định sẽ phối hợp với công đoàn để {dt} {dn}, {md}.
Qua kiểm tra, đoàn công tác ghi nhận {pt}% {dn} đã được {dt}, số còn lại sẽ hoàn thành trước ngày {ngay}.
Không chỉ {dt} {dn}, công đoàn còn {dt} {dn} và {dt} {dn} cho {so} {dn}.
Ban Thường vụ đề nghị các đơn vị {dt} {dn} {tt}, báo cáo kết quả về {to} trước ngày {ngay}.
Đến dự có {ong}; cùng đông đảo {dn}, {dn} và {dn}.
Việc {dt} {dn} phải gắn với {dt} {dn}, lấy {dn} làm trung tâm, {md}.""".split("\n")
HEADLINES = """{to}: {Viec}
{Viec} {noi}
{cty}: {Dt} {dn}, {dt} {dn}
{Dt} {dn} cho {dn} ở {tinh}
{tinh}: {so} {dn} được {dt} {dn}
Công đoàn {nganh} {viec}
Khi {dn} được {dt} {tt}
“{Dt} {dn}” - việc làm {tt} của {to}
{Ten}: Người thợ {tt}, {tt}
Hỏi đáp: {Dn} được {dt} thế nào?""".split("\n")


def slugify(s, limit=80):
    s = unicodedata.normalize("NFD", s.lower()).replace("đ", "d")
    out = []
    for ch in s:
        if unicodedata.combining(ch):
            continue
        out.append(ch if ch.isascii() and ch.isalnum() else "-")
    words = [w for w in "".join(out).split("-") if w]
    r = ""
    for w in words:
        if r and len(r) + 1 + len(w) > limit:
            break
        r = r + "-" + w if r else w
    return r or "bai"


def compile_template(t):
    """-> list of literal, slot, literal, slot ..."""
    parts, i = [], 0
    while True:
        j = t.find("{", i)
        if j < 0:
            parts.append(t[i:])
            return parts
        k = t.index("}", j)
        parts.append(t[i:j])
        parts.append(t[j + 1 : k])
        i = k + 1


def capitalized(s):
    return s[0].upper() + s[1:]


class Writer:
    def __init__(self, rnd):
        self.r = rnd
        self.sentences = [compile_template(c) for c in SENTENCES]
        self.headlines = [compile_template(c) for c in HEADLINES]
        r = self.pick
        self.slots = {
            "ngay": lambda: "%d/%d" % (1 + int(rnd.random() * 28), 1 + int(rnd.random() * 12)),
            "to": self.organization,
            "viec": lambda: r(ACTIVITIES),
            "md": lambda: r(PURPOSES),
            "noi": lambda: r(PLACES),
            "ong": self.speaker,
            "ten": self.person,
            "Ten": self.person,
            "dt": lambda: r(VERBS),
            "dn": lambda: r(NOUNS),
            "tt": lambda: r(ADJECTIVES),
            "Dt": lambda: capitalized(r(VERBS)),
            "Dn": lambda: capitalized(r(NOUNS)),
            "Viec": lambda: capitalized(r(ACTIVITIES)),
            "so": lambda: f"{100 + int(rnd.random() ** 3 * 60000):,}".replace(",", "."),
            "so2": lambda: str(2 + int(rnd.random() * 40)),
            "pt": lambda: "%d,%d" % (60 + rnd.random() * 39, rnd.random() * 10),
            "tien": lambda: "%d,%d triệu" % (5 + rnd.random() * 900, rnd.random() * 10),
            "tinh": lambda: r(PROVINCES),
            "nganh": lambda: r(INDUSTRIES),
            "cty": lambda: r(COMPANY_KINDS) + " " + r(COMPANY_TRADES) + " " + r(COMPANY_NAMES),
        }

    def pick(self, xs):
        return xs[int(self.r.random() * len(xs))]

    def person(self):
        return self.pick(FAMILY_NAMES) + " " + self.pick(MIDDLE_NAMES) + " " + self.pick(GIVEN_NAMES)

    def organization(self):
        k = self.r.random()
        if k < 0.40:
            return "Liên đoàn Lao động tỉnh " + self.pick(PROVINCES)
        if k < 0.55:
            return "Công đoàn ngành " + self.pick(INDUSTRIES)
        if k < 0.70:
            return "Công đoàn các Khu công nghiệp " + self.pick(PROVINCES)
        if k < 0.85:
            return "Công đoàn cơ sở " + self.slots["cty"]()
        return "Tổng Liên đoàn Lao động Việt Nam"

    def speaker(self):
        address = "đồng chí " if self.r.random() < 0.6 else "ông "
        return address + self.person() + ", " + self.pick(POSITIONS) + " " + self.organization()

    def fill(self, t):
        out = list(t)
        for i in range(1, len(out), 2):
            out[i] = self.slots[out[i]]()
        return "".join(out)

    def headline(self):
        text = capitalized(self.fill(self.pick(self.headlines)))
        return text if len(text) <= 140 else text[:140].rsplit(" ", 1)[0] + "…"

    def sentence(self):
        return capitalized(self.fill(self.pick(self.sentences)))

    def paragraph(self, n):
        ss = []
        for _ in range(n):
            s = self.sentence()
            k = self.r.random()
            if k < 0.05:  # emphasis on a few words
                w = s.split(" ")
                if len(w) > 9:
                    w[3] = "**" + w[3]
                    w[6] = w[6].rstrip(",.;:") + "**"
                    s = " ".join(w)
            elif k < 0.09:
                w = s.split(" ")
                if len(w) > 9:
                    w[4] = "*" + w[4]
                    w[6] = w[6].rstrip(",.;:") + "*"
                    s = " ".join(w)
            elif k < 0.13:
                s += " Xem thêm [%s](https://vanban.example.vn/van-ban/%d-hd-tld.html)." % (
                    self.pick(HEADINGS).lower(),
                    1 + int(self.r.random() * 9000),
                )
            elif k < 0.14:
                s += " Chi tiết: <https://congdoan.example.vn/tai-lieu/%d>." % (1 + int(self.r.random() * 9000))
            ss.append(s)
        return " ".join(ss)

    def body(self, target, slug, month_folder):
        """Markdown of about `target` bytes."""
        blocks = ["**%s** - %s" % (self.pick(PROVINCES), self.paragraph(2))]
        size = len(blocks[0].encode()) + 2
        since_heading = images = 0
        while size < target:
            k = self.r.random()
            if since_heading > 1500 and k < 0.30:
                block = ("## " if self.r.random() < 0.75 else "### ") + self.pick(HEADINGS)
                since_heading = 0
            elif 0.88 <= k < 0.94:
                images += 1
                block = self.image(month_folder, slug, images)
            else:
                block = self.block(k, size)
            length = len(block.encode()) + 2
            if size + length / 2 > target and size > 600:
                break
            blocks.append(block)
            size += length
            since_heading += length
        return "\n\n".join(blocks) + "\n"

    def block(self, k, size):
        if k < 0.72:
            return self.paragraph(1 + int(self.r.random() * 3))
        if k < 0.79:
            return self.bullets()
        if k < 0.82:
            return "\n".join("%d. %s" % (i + 1, self.sentence()) for i in range(3 + int(self.r.random() * 3)))
        if k < 0.88:
            return "> “" + self.sentence() + "”\n>\n> *" + self.person() + "*, " + self.pick(POSITIONS)
        if k < 0.955 and size > 2500:
            return self.table()
        return "---" if k < 0.965 else self.paragraph(1)

    def bullets(self):
        lines = []
        for _ in range(3 + int(self.r.random() * 4)):
            lines.append("- " + capitalized(self.fill(compile_template("{dt} {dn}, {dt} {dn} {tt};"))))
        return "\n".join(lines)

    def image(self, month_folder, slug, number):
        alt = capitalized(self.pick(ACTIVITIES))
        return '![%s](/images/%s/%s-%d.jpg "Ảnh: %s")' % (alt, month_folder, slug[:40], number, self.person())

    def table(self):
        rows = ["| STT | Đơn vị | Đoàn viên | Tỷ lệ (%) |", "|---:|:---|---:|---:|"]
        for number in range(1, 5 + int(self.r.random() * 7)):
            cells = (number, self.pick(PROVINCES), self.slots["so"](), self.slots["pt"]())
            rows.append("| %d | %s | %s | %s |" % cells)
        return "\n".join(rows)


def make_tags(n, rnd):
    """n distinct tags (distinct also after transliteration), most frequent first"""
    tags, seen = [], set()

    def add(t):
        s = slugify(t)
        if s not in seen:
            seen.add(s)
            tags.append(t)

    for t in TAGS:
        add(t)
    for t in PROVINCES:
        if len(tags) < n:
            add(t)
    while len(tags) < n:
        k = rnd.random()
        if k < 0.45:
            add(rnd.choice(VERBS) + " " + rnd.choice(NOUNS))
        elif k < 0.65:
            add(rnd.choice(COMPANY_TRADES).lower() + " " + rnd.choice(PROVINCES))
        elif k < 0.85:
            add(rnd.choice(TAGS[:60]) + " " + str(2014 + int(rnd.random() * 12)))
        else:
            add(rnd.choice(NOUNS) + " " + rnd.choice(ADJECTIVES))
    return tags[:n]


def day_counts(n, rnd, start, days):
    """articles per day: weekly rhythm, season (Tet quiet, May busy), growth, bursts; at most 8 a day
    (or 3x the mean where n is so large that 8 cannot hold it)"""
    w = []
    burst = 1.0
    for i in range(days):
        d = start + timedelta(days=i)
        x = (1, 1.05, 1.1, 1.05, 1, 0.45, 0.25)[d.weekday()]
        x *= {1: 0.9, 2: 0.55, 4: 1.15, 5: 1.6, 7: 1.2, 10: 1.15, 12: 1.1}.get(d.month, 1)
        x *= 0.6 + 0.8 * i / days
        if rnd.random() < 0.02:
            burst = 2.5
        elif rnd.random() < 0.3:
            burst = 1.0
        w.append(x * burst * rnd.gammavariate(2, 0.5))
    cum, t = [], 0.0
    for x in w:
        t += x
        cum.append(t)
    top = max(8, math.ceil(3 * n / days))
    c = [0] * days
    left = n
    while left:
        i = bisect.bisect_left(cum, rnd.random() * t)
        if c[i] < top:
            c[i] += 1
            left -= 1
    return c


def quoted(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Weighted:
    """A choice among things of different weights."""

    def __init__(self, things, weights):
        self.things = things
        self.sums = list(itertools.accumulate(weights, initial=0.0))[1:]

    def pick(self, rnd):
        return self.things[bisect.bisect_left(self.sums, rnd.random() * self.sums[-1])]


class Newspaper:
    """Everything the articles share; article i of a newspaper of a given seed and size is always the same."""

    def __init__(self, articles, seed):
        self.articles = articles
        self.seed = seed
        structure = random.Random("struct-%d-%d" % (seed, articles))
        tag_total = articles // 20 + 50
        tags = make_tags(tag_total, structure)
        self.tags = Weighted(tags, [1 / (i + 3) for i in range(tag_total)])  # Zipf-Mandelbrot, s=1, q=2
        self.categories = Weighted([slug for slug, _, _ in CATEGORIES], [weight for _, _, weight in CATEGORIES])
        writer = Writer(random.Random("authors"))
        self.authors = [writer.person() for _ in range(40)]
        self.moments = []
        for day, count in enumerate(day_counts(articles, structure, FIRST_DAY, DAYS)):
            seconds = sorted(structure.sample(range(6 * 3600, 22 * 3600), count))
            self.moments += [FIRST_DAY + timedelta(days=day, seconds=s) for s in seconds]
        self.addresses = set()

    def all_articles(self, extra=0):
        """In the order of their dates. The address of an article depends on those before it."""
        evening = FIRST_DAY + timedelta(days=DAYS - 1, hours=23)
        moments = self.moments + [evening + timedelta(minutes=k) for k in range(extra)]
        for number, moment in enumerate(moments):
            yield self.article(number, moment)

    def article(self, number, moment):
        is_extra = number >= self.articles
        r = random.Random("%d-%d-%d" % (self.seed, -self.articles if is_extra else self.articles, number))
        writer = Writer(r)
        article = Article(moment, category=self.categories.pick(r), title=writer.headline())
        title_slug = slugify(article.title)
        article.slug = "bai-moi-%d-%s" % (number - self.articles + 1, title_slug) if is_extra else title_slug
        if (article.category, moment.year, article.slug) in self.addresses or article.slug.isdigit():
            # A slug has at most 80 characters, the number included.
            suffix = "-%d" % number
            article.slug = article.slug[:80 - len(suffix)].rstrip("-") + suffix
        article.is_slug_of_title = article.slug == title_slug
        self.addresses.add((article.category, moment.year, article.slug))
        article.tags = self.tags_of_one(r)
        size = min(80000, max(700, math.exp(math.log(4096) + 0.668 * r.gauss(0, 1))))
        article.summary = writer.sentence() + (" " + writer.sentence() if r.random() < 0.35 else "")
        article.body = writer.body(size, article.slug, article.month_folder)
        article.author = writer.pick(self.authors)
        article.has_inline_tags = r.random() < 0.5
        article.image_caption = capitalized(writer.pick(ACTIVITIES)) + ". Ảnh: " + writer.person()
        return article

    def tags_of_one(self, r):
        count = (1, 2, 2, 3, 3, 3, 4, 4, 5, 5)[int(r.random() * 10)]
        tags = []
        while len(tags) < count:
            tag = self.tags.pick(r)
            if tag not in tags:
                tags.append(tag)
        return tags


class Article:
    def __init__(self, moment, category, title):
        self.moment = moment
        self.category = category
        self.title = title

    @property
    def month_folder(self):
        return self.moment.strftime("%Y/%m")

    def text(self, with_date_terms):
        return "\n".join(self.front_matter(with_date_terms)) + "\n---\n\n" + self.body

    def front_matter(self, with_date_terms):
        yield "---"
        yield "title: " + quoted(self.title)
        if not self.is_slug_of_title:
            yield "slug: " + quoted(self.slug)
        yield "date: " + self.moment.isoformat()
        yield "author: " + quoted(self.author)
        if self.has_inline_tags:
            yield "tags: [" + ", ".join(quoted(tag) for tag in self.tags) + "]"
        else:
            yield "tags:"
            yield from ("  - " + quoted(tag) for tag in self.tags)
        yield "category: " + self.category
        yield "summary: " + quoted(self.summary)
        yield "image: /images/%s/%s.jpg" % (self.month_folder, self.slug[:60])
        yield "image_caption: " + quoted(self.image_caption)
        if with_date_terms:
            yield self.moment.strftime('ngay: ["%Y-%m-%d"]')
            yield self.moment.strftime('thang: ["%Y-%m"]')
            yield self.moment.strftime('nam: ["%Y"]')


class Statistics:
    """What a correct site must contain."""

    def __init__(self):
        self.bytes = 0
        self.body_sizes = []
        self.counts = {kind: Counter() for kind in ("categories", "tags", "days", "months", "years")}

    def add(self, article, data):
        self.bytes += len(data)
        self.body_sizes.append(len(article.body.encode()))
        self.counts["categories"][article.category] += 1
        self.counts["tags"].update(article.tags)
        for kind, pattern in (("days", "%Y-%m-%d"), ("months", "%Y-%m"), ("years", "%Y")):
            self.counts[kind][article.moment.strftime(pattern)] += 1

    def document(self):
        sizes = sorted(self.body_sizes)
        return {
            "articles": len(sizes),
            "bytes": self.bytes,
            **self.counts,
            "list_pages": {kind: list_pages(counts) for kind, counts in self.counts.items()},
            "body_bytes": {"median": sizes[len(sizes) // 2], "mean": sum(sizes) // len(sizes), "max": sizes[-1]},
            "max_per_day": max(self.counts["days"].values()),
        }


def list_pages(counts):
    """In pages of 10."""
    return sum((count + 9) // 10 for count in counts.values())


def write(article, folder, with_date_terms):
    path = folder / "content" / article.category / str(article.moment.year) / (article.slug + ".md")
    path.parent.mkdir(parents=True, exist_ok=True)
    data = article.text(with_date_terms).encode()
    path.write_bytes(data)
    return path, data


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--date-terms", action="store_true")
    parser.add_argument("--extra", type=int, default=0)
    options = parser.parse_args()
    articles = Newspaper(options.articles, options.seed).all_articles(options.extra)
    if options.extra:
        for article in itertools.islice(articles, options.articles, None):
            print(write(article, options.out, options.date_terms)[0])
        return
    statistics = Statistics()
    for article in articles:
        _, data = write(article, options.out, options.date_terms)
        statistics.add(article, data)
    text = json.dumps(statistics.document(), ensure_ascii=False, indent=1)
    (options.out / "stats.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
