/// The text of docs/front-matter.md, made from the tables that the reader uses.
package enum FrontMatterReference {
    package static func markdown() -> String {
        """
        # Front matter

        Every source begins with its front matter: YAML between two lines that are exactly `---`.

        ```
        ---
        tieu-de: Báo cáo: Kết quả 04 năm "3 trách nhiệm"
        ngay: 19/06/2024 08:30
        tac-gia: Nguyễn Thị Lan
        the: đại hội, công đoàn cơ sở
        ---

        Nội dung bài.
        ```

        - A key has an English name, and most have a Vietnamese one; use either.
        - A text on one line is the whole rest of the line: colons, quotes and `#` need no quoting. Only a text
          that stands in straight quotes from end to end, or starts with `|` or `>`, is read as YAML.
        - A date is `19/06/2024`, `19/6/2024 8:30`, `8h30 ngày 19/6/2024`, `2024-06-19T08:30+07:00` or any other
          usual form. Without a time it means 00:00, without a zone the site's.
        - Yes and no are `true` and `false`, or `có` and `không`.
        - Anchors (`&`), aliases (`*`) and tags (`!`) of YAML are not used. Unknown keys are errors.

        ## Articles

        `content/<category>/**/x.md`, or `x/index.md` with the article's own files beside it.

        \(FieldReference.table(ArticleFields.table.entries))
        ## Standing pages

        `content/trang/**/x.md`.

        \(FieldReference.table(PageFields.table.entries))
        ## Official documents

        `content/van-ban/**/x.md`, or `x/index.md` with its files beside it. A draft may lack required keys. The text below
        the front matter is optional.

        \(FieldReference.table(DocumentFields.table.entries))
        ## Photo albums

        `content/anh/x/index.md` with its photos beside it. The text below the front matter is optional.

        \(FieldReference.table(AlbumFields.table.entries))
        ## Categories

        `content/<category>/_index.md`; the file is optional.

        \(FieldReference.table(CategoryFields.table.entries))
        """
    }
}
