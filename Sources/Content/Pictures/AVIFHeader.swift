internal import Model

/// AVIF: the size stands in an `ispe` property inside the boxes `meta`, `iprp`, `ipco`.
enum AVIFHeader {
    static func read(_ reader: BinaryReader) -> PictureHeader? {
        guard reader.text(at: 8, "avif") || reader.text(at: 8, "avis") || reader.text(at: 8, "mif1"),
            let meta = box("meta", in: reader, from: 0, to: reader.bytes.count),
            // `meta` has a version before its boxes.
            let properties = box("iprp", in: reader, from: meta.lowerBound + 4, to: meta.upperBound),
            let container = box("ipco", in: reader, from: properties.lowerBound, to: properties.upperBound)
        else { return nil }
        return largest(in: reader, container)
    }

    /// Thumbnails and masks have sizes too: the largest is the picture's.
    private static func largest(in reader: BinaryReader, _ container: Range<Int>) -> PictureHeader? {
        var best: ImageSize?
        var from = container.lowerBound
        while let extent = box("ispe", in: reader, from: from, to: container.upperBound) {
            if let width = reader.big32(at: extent.lowerBound + 4),
                let height = reader.big32(at: extent.lowerBound + 8),
                width * height > (best.map { $0.width * $0.height } ?? 0)
            {
                best = ImageSize(width: width, height: height)
            }
            from = extent.upperBound
        }
        return best.map { PictureHeader(size: $0) }
    }

    /// The content of the first box named `name` between two offsets.
    private static func box(_ name: StaticString, in reader: BinaryReader, from: Int, to end: Int) -> Range<
        Int
    >? {
        var at = from
        while at + 8 <= end, let size = reader.big32(at: at), size >= 8 {
            if reader.text(at: at + 4, name) { return (at + 8)..<max(at + 8, min(at + size, end)) }
            at += size
        }
        return nil
    }
}
