"""A made-up newspaper of some hundred articles, whose editor changes much between two builds."""

import dataclasses
import pathlib

CATEGORIES = ["tin-tuc", "hoat-dong", "chinh-sach", "doi-song", "nu-cong", "thong-bao"]
# After every date of the newspaper and before today: the pages do not depend on the day of the test.
AT = "2025-06-19"
SENTENCE = "Công đoàn cơ sở tổ chức hội nghị và trao quà cho đoàn viên có hoàn cảnh khó khăn. "


@dataclasses.dataclass(frozen=True)
class Edition:
    """What the editor has decided: a value, from which all sources follow."""

    articles: int
    # Long, so that pages grow with it; every page shows it.
    long_title: bool = False
    # Each issue drops the oldest tenth of the articles, adds as many, and moves a tenth to new addresses.
    issue: int = 0

    def retitled(self):
        return dataclasses.replace(self, long_title=not self.long_title)

    def next_issue(self):
        return dataclasses.replace(self, issue=self.issue + 1)

    def sources(self):
        """Path to text of every source."""
        title = "Liên đoàn Lao động" + ", Công đoàn cơ sở" * 40 if self.long_title else "Công đoàn"
        files = {"site.yaml": f"title: {title}\nurl: https://bao.example.vn/\n"}
        first = self.issue * (self.articles // 10)
        for number in range(first, first + self.articles):
            files[f"content/{CATEGORIES[number % 6]}/bai-{number}.md"] = self._article(number)
        return files

    def _article(self, number):
        slug = f"slug: dia-chi-{self.issue}-{number}\n" if number % 10 == 3 else ""
        return (
            f"---\ntitle: Bài số {number}\n{slug}date: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}\n"
            f"summary: Tóm tắt của bài {number}.\ntags: [Thi đua, Nhóm {number % 9}]\n---\n"
            f"Đoạn {number}. {SENTENCE * (number % 7 + 2)}\n\n## Kết quả\n\n{SENTENCE * (number % 5 + 1)}\n")


def write(folder, edition):
    """Brings the sources in `folder` to `edition`. Touches only what differs, as an editor does."""
    folder, wanted = pathlib.Path(folder), edition.sources()
    standing = {str(path.relative_to(folder)) for path in (folder / "content").rglob("*.md")}
    for path in standing - set(wanted):
        (folder / path).unlink()
    for path, text in wanted.items():
        file = folder / path
        if not file.exists() or file.read_text() != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
