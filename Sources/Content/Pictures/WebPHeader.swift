internal import Model

/// The first chunk of a WebP file, which is of one of three kinds.
enum WebPHeader {
    static func read(_ reader: BinaryReader) -> PictureHeader? {
        if reader.text(at: 12, "VP8 ") { return lossy(reader) }
        if reader.text(at: 12, "VP8L") { return lossless(reader) }
        if reader.text(at: 12, "VP8X") { return extended(reader) }
        return nil
    }

    /// A key frame of VP8: 14 bits a side, above them two bits of scaling.
    private static func lossy(_ reader: BinaryReader) -> PictureHeader? {
        guard let width = reader.little16(at: 26), let height = reader.little16(at: 28) else { return nil }
        return PictureHeader(size: ImageSize(width: width & 0x3FFF, height: height & 0x3FFF))
    }

    /// 14 bits each, one less than the side.
    private static func lossless(_ reader: BinaryReader) -> PictureHeader? {
        guard reader.byte(at: 20) == 0x2F, let bits = reader.little32(at: 21) else { return nil }
        return PictureHeader(size: ImageSize(width: (bits & 0x3FFF) + 1, height: ((bits >> 14) & 0x3FFF) + 1))
    }

    /// The canvas: 24 bits each, one less than the side.
    private static func extended(_ reader: BinaryReader) -> PictureHeader? {
        guard let width = reader.little24(at: 24), let height = reader.little24(at: 27) else { return nil }
        return PictureHeader(size: ImageSize(width: width + 1, height: height + 1))
    }
}
