internal import Model

/// The segments of a JPEG file up to its frame: the size, and what EXIF says of the photo.
enum JPEGHeader {
    static func read(_ reader: BinaryReader) -> PictureHeader? {
        var exif = EXIF()
        var at = 2
        while let mark = reader.byte(at: at), let marker = reader.byte(at: at + 1) {
            guard mark == 0xFF else { return nil }
            if marker == 0xFF || standsAlone(marker) {
                at += marker == 0xFF ? 1 : 2
                continue
            }
            guard let length = reader.big16(at: at + 2), length >= 2 else { return nil }
            if isFrame(marker) { return frame(reader, at: at, exif) }
            if marker == 0xE1, reader.text(at: at + 4, "Exif\0\0") { exif = EXIF(reader, tiff: at + 10) }
            at += 2 + length
        }
        return nil
    }

    private static func frame(_ reader: BinaryReader, at: Int, _ exif: EXIF) -> PictureHeader? {
        guard let height = reader.big16(at: at + 5), let width = reader.big16(at: at + 7) else { return nil }
        let size =
            exif.isTurned
            ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
        return PictureHeader(size: size, hasLocation: exif.hasLocation)
    }

    /// Markers without a length: TEM and the restart markers.
    private static func standsAlone(_ marker: Int) -> Bool {
        marker == 0x01 || 0xD0...0xD7 ~= marker
    }

    /// Start of frame; C4, C8 and CC are tables and reserved.
    private static func isFrame(_ marker: Int) -> Bool {
        0xC0...0xCF ~= marker && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }
}

/// The two things of a photo's EXIF data that matter to a page.
private struct EXIF {
    /// Orientations 5 to 8: shown with width and height exchanged.
    private(set) var isTurned = false
    /// The GPS directory holds a latitude.
    private(set) var hasLocation = false

    init() {}

    /// Reads the TIFF structure at `tiff`.
    init(_ reader: BinaryReader, tiff: Int) {
        let isLittle = reader.text(at: tiff, "II")
        guard isLittle || reader.text(at: tiff, "MM") else { return }
        let directory = Directory(reader: reader, tiff: tiff, isLittle: isLittle)
        guard let first = directory.long(at: tiff + 4) else { return }
        directory.forEachEntry(at: tiff + first) { tag, value in
            switch tag {
            case 0x0112: isTurned = 5...8 ~= (directory.short(at: value) ?? 0)
            case 0x8825:
                hasLocation = directory.long(at: value).map { directory.isLocation(at: tiff + $0) } ?? false
            default: break
            }
        }
    }
}

/// A TIFF directory: entries of 12 bytes, in either byte order.
private struct Directory {
    let reader: BinaryReader
    let tiff: Int
    let isLittle: Bool

    func short(at offset: Int) -> Int? {
        isLittle ? reader.little16(at: offset) : reader.big16(at: offset)
    }

    func long(at offset: Int) -> Int? {
        isLittle ? reader.little32(at: offset) : reader.big32(at: offset)
    }

    /// Calls `body` with each entry's tag and the offset of its value.
    func forEachEntry(at start: Int, _ body: (_ tag: Int, _ value: Int) -> Void) {
        guard let count = short(at: start) else { return }
        for entry in 0..<count {
            guard let tag = short(at: start + 2 + entry * 12) else { return }
            body(tag, start + 2 + entry * 12 + 8)
        }
    }

    /// Whether the GPS directory at `start` holds a latitude.
    func isLocation(at start: Int) -> Bool {
        var isFound = false
        forEachEntry(at: start) { tag, _ in if tag == 0x0002 { isFound = true } }
        return isFound
    }
}
