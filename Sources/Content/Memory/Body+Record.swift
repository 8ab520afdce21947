internal import Model

extension RecordWriter {
    /// The HTML is left out: `Body.digest` stands for it, and whoever shows it makes it again. So is the lead, which
    /// stands with the metadata.
    mutating func write(_ body: Body) {
        write(body.digest)
        write(all: body.holes) { writer, hole in
            writer.write(hole.offset)
            writer.write(hole.line)
            writer.write(hole.kind)
        }
        write(all: body.headings) { writer, heading in
            writer.write(heading.level)
            writer.write(heading.id)
            writer.write(heading.text)
        }
        write(body.anchors)
    }

    private mutating func write(_ kind: Hole.Kind) {
        switch kind {
        case .link(let destination, let title):
            write(0)
            write(destination)
            write(title)
        case .linkEnd: write(1)
        case .image(let destination):
            write(2)
            write(destination)
        case .media(let destination):
            write(3)
            write(destination)
        case .fileSize(let destination):
            write(4)
            write(destination)
        case .citation(let key, let issued):
            write(5)
            write(key)
            write(issued) { $0.write($1.daysSinceEpoch) }
        }
    }
}

extension RecordReader {
    mutating func body() -> Body {
        var body = Body()
        body.isLoaded = false
        body.digest = hash()
        body.holes = all { reader in
            let (offset, line) = (reader.number(), reader.number())
            return Hole(offset: offset, kind: reader.holeKind(), line: line)
        }
        body.headings = all { Heading(level: $0.number(), id: $0.text(), text: $0.text()) }
        body.anchors = texts()
        return body
    }

    private mutating func holeKind() -> Hole.Kind {
        switch number() {
        case 0: .link(destination: text(), title: text())
        case 1: .linkEnd
        case 2: .image(destination: text())
        case 3: .media(destination: text())
        case 5: .citation(key: text(), issued: optional { CivilDate(daysSinceEpoch: $0.number()) })
        default: .fileSize(destination: text())
        }
    }
}
