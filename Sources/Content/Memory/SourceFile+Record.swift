internal import Model

extension RecordWriter {
    /// What the file's name and size do not tell.
    mutating func write(_ size: ImageSize?) {
        write(size) { writer, size in
            writer.write(size.width)
            writer.write(size.height)
        }
    }
}

extension RecordReader {
    mutating func imageSize() -> ImageSize? {
        optional { ImageSize(width: $0.number(), height: $0.number()) }
    }
}
