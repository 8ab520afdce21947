internal import Model

/// What the first bytes of a picture tell.
struct PictureHeader: Equatable {
    /// As shown: the sides of a photo taken upright are swapped back.
    let size: ImageSize
    /// True when the photo says where it was taken.
    var hasLocation = false

    /// Bytes of a file that are enough to find the header in nearly every picture: EXIF data, which stands
    /// before a JPEG's size, is at most 64 KB a block.
    static let headLength = 262_144

    init(size: ImageSize, hasLocation: Bool = false) {
        self.size = size
        self.hasLocation = hasLocation
    }

    /// Reads JPEG, PNG, GIF, WebP, AVIF or SVG, told apart by the bytes; nil for anything else.
    init?(_ bytes: [UInt8]) {
        let reader = BinaryReader(bytes)
        let header: PictureHeader? =
            if bytes.starts(with: [0xFF, 0xD8]) {
                JPEGHeader.read(reader)
            } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                Self.png(reader)
            } else if bytes.starts(with: Array("GIF8".utf8)) {
                Self.gif(reader)
            } else if reader.text(at: 0, "RIFF"), reader.text(at: 8, "WEBP") {
                WebPHeader.read(reader)
            } else if reader.text(at: 4, "ftyp") {
                AVIFHeader.read(reader)
            } else {
                SVGHeader.read(bytes)
            }
        guard let header, header.size.width > 0, header.size.height > 0 else { return nil }
        self = header
    }

    private static func png(_ reader: BinaryReader) -> PictureHeader? {
        guard reader.text(at: 12, "IHDR"), let width = reader.big32(at: 16), let height = reader.big32(at: 20)
        else { return nil }
        return PictureHeader(size: ImageSize(width: width, height: height))
    }

    private static func gif(_ reader: BinaryReader) -> PictureHeader? {
        guard let width = reader.little16(at: 6), let height = reader.little16(at: 8) else { return nil }
        return PictureHeader(size: ImageSize(width: width, height: height))
    }
}
