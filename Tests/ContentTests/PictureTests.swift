import Diagnostics
import Model
import Testing

/// Sizes read from the headers of pictures, and what else their headers say.
struct PictureTests {
    @Test(arguments: [
        ("a.png", TinyPicture.png(width: 640, height: 480), ImageSize(width: 640, height: 480)),
        (
            "a.gif", Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00, 0, 0, 0],
            ImageSize(width: 320, height: 240)
        ),
        ("a.jpg", TinyPicture.jpeg(exif: []), ImageSize(width: 800, height: 600)),
        (
            "a.jpeg", TinyPicture.jpeg(exif: TinyPicture.exif(orientation: 1)),
            ImageSize(width: 800, height: 600)
        ),
        (
            "turned.jpg", TinyPicture.jpeg(exif: TinyPicture.exif(orientation: 6)),
            ImageSize(width: 600, height: 800)
        ),
        (
            "far.jpg",
            TinyPicture.jpeg(exif: [0xFF, 0xE2, 0xFF, 0xFE] + [UInt8](repeating: 0, count: 0xFFFC)),
            ImageSize(width: 800, height: 600)
        ),
        (
            "lossy.webp", TinyPicture.webp("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xF0, 0]),
            ImageSize(width: 320, height: 240)
        ),
        (
            "lossless.webp", TinyPicture.webp("VP8L", [0x2F, 0x3F, 0xC1, 0x3B, 0]),
            ImageSize(width: 320, height: 240)
        ),
        (
            "extended.webp", TinyPicture.webp("VP8X", [0, 0, 0, 0, 0x3F, 1, 0, 0xEF, 0, 0]),
            ImageSize(width: 320, height: 240)
        ),
        ("a.avif", TinyPicture.avif(width: 320, height: 240), ImageSize(width: 320, height: 240)),
        (
            "a.svg", Array(#"<?xml version="1.0"?><svg width="12.6px" height='8' viewBox="0 0 1 1">"#.utf8),
            ImageSize(width: 13, height: 8)
        ),
        (
            "box.svg", Array(#"<svg stroke-width="2" width="100%" viewBox="0 0 24,16">"#.utf8),
            ImageSize(width: 24, height: 16)
        ),
    ])
    func size(name: String, bytes: [UInt8], size: ImageSize) throws {
        let site = try SiteFolder()
        try site.write("content/tin-tuc/" + name, bytes: bytes)
        let (newsroom, _, diagnostics) = site.read()
        #expect(newsroom.files.first?.image == size)
        #expect(diagnostics.isEmpty)
    }

    @Test func locationInAPhoto() throws {
        let site = try SiteFolder()
        try site.write(
            "content/tin-tuc/a.jpg",
            bytes: TinyPicture.jpeg(exif: TinyPicture.exif(orientation: 1, hasLocation: true)))
        #expect(
            site.messages() == """
                content/tin-tuc/a.jpg: cảnh báo: ảnh có ghi vị trí nơi chụp (GPS)
                  cách sửa: xóa thông tin vị trí trước khi đăng

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/a.jpg: warning: the photo says where it was taken (GPS)
                  remedy: remove the location before publishing

                """)
    }

    @Test func pictureThatIsNone() throws {
        let site = try SiteFolder(["content/tin-tuc/a.jpg": "<html>"])
        #expect(site.read().0.files.first?.image == nil)
        #expect(
            site.messages() == """
                content/tin-tuc/a.jpg: cảnh báo: không đọc được kích thước ảnh
                  cách sửa: mở ảnh và lưu lại

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/a.jpg: warning: the size of the picture cannot be read
                  remedy: open the picture and save it again

                """)
    }

    /// Every cut of a picture is read without harm; the size stands 10 bytes before its end.
    @Test func truncatedPictures() throws {
        let site = try SiteFolder()
        let whole = TinyPicture.jpeg(exif: TinyPicture.exif(orientation: 6, hasLocation: true))
        for count in 0..<whole.count {
            try site.write("content/tin-tuc/\(count).jpg", bytes: Array(whole[..<count]))
        }
        #expect(site.read().0.files.filter { $0.image != nil }.count == 10)
    }
}

/// The fewest bytes that make a picture of each kind.
enum TinyPicture {
    static func png(width: Int, height: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + big32(width) + big32(height)
    }

    /// 800 by 600, with `exif` as the segments before the frame.
    static func jpeg(exif: [UInt8]) -> [UInt8] {
        [0xFF, 0xD8] + exif + [0xFF, 0xC0, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3]
            + [UInt8](repeating: 0, count: 9)
    }

    static func exif(orientation: UInt8, hasLocation: Bool = false) -> [UInt8] {
        var tiff: [UInt8] = Array("II".utf8) + [42, 0, 8, 0, 0, 0, 2, 0]
        tiff += [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
        tiff += [0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0]
        tiff += hasLocation ? [1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 0, 0, 0, 0] : [0, 0]
        let segment = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment
    }

    static func webp(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(chunk.utf8) + [0, 0, 0, 0] + content
    }

    static func avif(width: Int, height: Int) -> [UInt8] {
        let extent = box("ispe", [0, 0, 0, 0] + big32(width) + big32(height))
        let meta = box("meta", [0, 0, 0, 0] + box("iprp", box("ipco", extent)))
        return box("ftyp", Array("avif".utf8) + [0, 0, 0, 0]) + meta
    }

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        big32(content.count + 8) + Array(name.utf8) + content
    }

    private static func big32(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
