internal import Model

/// The start tag `<svg …>`: `width` and `height` in pixels, else the sides of `viewBox`.
enum SVGHeader {
    static func read(_ bytes: [UInt8]) -> PictureHeader? {
        guard let tag = startTag(bytes) else { return nil }
        if let width = attribute("width", in: tag).flatMap(pixels),
            let height = attribute("height", in: tag).flatMap(pixels)
        {
            return PictureHeader(size: ImageSize(width: width, height: height))
        }
        let box = attribute("viewBox", in: tag)?.split { $0.isBlank || $0 == UInt8(ascii: ",") } ?? []
        guard box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else { return nil }
        return PictureHeader(size: ImageSize(width: width, height: height))
    }

    private static func startTag(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let reader = BinaryReader(bytes)
        guard
            let start = bytes.indices.first(where: {
                bytes[$0] == UInt8(ascii: "<") && reader.text(at: $0, "<svg")
            }),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return bytes[(start + 4)..<end]
    }

    /// The value of the attribute `name`, which must follow a blank.
    private static func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let wanted = Array(name.utf8)
        for start in tag.indices where tag[start].isBlank && tag[(start + 1)...].starts(with: wanted) {
            var rest = tag[(start + 1 + wanted.count)...].drop(while: \.isBlank)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: \.isBlank)
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                continue
            }
            return rest.dropFirst().prefix { $0 != quote }
        }
        return nil
    }

    /// A length without unit or in `px`, rounded; nil for percentages and other units.
    private static func pixels(_ text: ArraySlice<UInt8>) -> Int? {
        var word = String(decoding: text, as: UTF8.self)
        if word.hasSuffix("px") { word.removeLast(2) }
        guard let length = Double(word), length > 0, length < 1_000_000 else { return nil }
        return max(1, Int(length.rounded()))
    }
}
