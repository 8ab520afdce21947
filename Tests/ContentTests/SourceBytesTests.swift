import Diagnostics
import Testing

/// Files whose bytes cannot be written as a Swift string, or are too many.
struct SourceBytesTests {
    @Test func invalidUTF8() throws {
        let site = try SiteFolder()
        try site.write(
            "content/tin-tuc/x.md", bytes: Array("---\ntitle: a".utf8) + [0xE1] + Array("\n---\n".utf8))
        #expect(
            site.messages() == """
                content/tin-tuc/x.md:2:9: lỗi: byte 0xE1 không đúng mã UTF-8
                  2 | title: a\u{FFFD}
                    |         ^
                  cách sửa: mở tệp và lưu lại với bảng mã UTF-8

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/x.md:2:9: error: the byte 0xE1 is not valid UTF-8
                  2 | title: a\u{FFFD}
                    |         ^
                  remedy: open the file and save it as UTF-8

                """)
    }

    @Test func tenMegabytes() throws {
        let site = try SiteFolder()
        try site.write("content/tin-tuc/x.md", bytes: [UInt8](repeating: 0x78, count: 10_000_000))
        #expect(
            site.messages() == """
                content/tin-tuc/x.md: lỗi: tệp quá lớn: 10,0 MB, phải nhỏ hơn 10 MB
                  cách sửa: chia nhỏ bài, để ảnh và tệp đính kèm ở tệp riêng

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/x.md: error: the file is too large: 10.0 MB, it must be under 10 MB
                  remedy: split the text, and keep pictures and attachments in files of their own

                """)
    }
}
