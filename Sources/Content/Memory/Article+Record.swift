internal import Bytes
internal import Model

/// An article without the HTML of its body: everything that other pages may need of it. What its path says is
/// left out.
extension RecordWriter {
    /// Returns the hash of its metadata, see `Article.metadataDigest`.
    @discardableResult
    mutating func write(_ article: Article, in source: SourcePath) -> ContentHash {
        let start = buffer.count
        writeMetadata(article, in: source)
        let metadata = ContentHash(of: UnsafeRawBufferPointer(rebasing: buffer.bytes[start...]))
        write(article.body)
        write(all: article.fieldLines) { writer, line in
            writer.write(line.field)
            writer.write(Int(line.line))
        }
        write(article.isDamaged)
        return metadata
    }

    private mutating func writeMetadata(_ article: Article, in source: SourcePath) {
        write(article.id == source.articleID ? nil : article.id)
        write(article.category)
        write(article.title)
        write(article.date)
        write(article.updated)
        write(article.summary)
        write(article.authors)
        write(article.authorNote)
        write(article.unit)
        write(article.photoBy)
        write(article.republished) { writer, source in
            writer.write(source.name)
            writer.write(source.url)
        }
        write(article.tags)
        write(article.image) { writer, picture in
            writer.write(picture.path)
            writer.write(picture.alt)
            writer.write(picture.caption)
        }
        write(article.isDraft)
        write(article.expires)
        write(article.pinUntil)
        write(article.slug)
        write(article.aliases)
        write(article.baselineViews)
        write(article.correction) { writer, correction in
            writer.write(correction.date)
            writer.write(correction.wrong)
            writer.write(correction.right)
        }
        write(article.withdrawal) { writer, withdrawal in
            writer.write(withdrawal.reason)
            writer.write(withdrawal.date)
            writer.write(withdrawal.leavesNotice)
        }
        write(article.approvedBy)
        write(all: article.parameters) { $0.write($1) }
        // The lead stands in for a summary, and for nothing else.
        write(article.summary.isEmpty ? article.body.lead : "")
    }
}

extension RecordReader {
    /// The article, and the hash of its metadata.
    mutating func article(in source: SourcePath) -> (article: Article, metadata: ContentHash) {
        var article = Article()
        let start = position
        let lead = readMetadata(of: &article, in: source)
        let metadata = hash(from: start)
        article.body = body()
        article.body.lead = lead
        article.fieldLines = all { FieldLine(field: $0.text(), line: $0.number()) }
        article.isDamaged = flag()
        return (article, metadata)
    }

    /// Returns the lead.
    private mutating func readMetadata(of article: inout Article, in source: SourcePath) -> String {
        article.source = source.file
        article.id = optionalText() ?? source.articleID
        article.category = text()
        article.folder = source.ownFolder
        article.title = text()
        article.date = moment()
        article.updated = optionalMoment()
        article.summary = text()
        article.authors = texts()
        article.authorNote = text()
        article.unit = text()
        article.photoBy = text()
        article.republished = optional { Republished(name: $0.text(), url: $0.text()) }
        article.tags = texts()
        article.image = optional { Picture(path: $0.text(), alt: $0.text(), caption: $0.text()) }
        article.isDraft = flag()
        article.expires = optionalMoment()
        article.pinUntil = optionalMoment()
        article.slug = optionalText()
        article.aliases = texts()
        article.baselineViews = number()
        article.correction = optional { Correction(date: $0.moment(), wrong: $0.text(), right: $0.text()) }
        article.withdrawal = optional {
            Withdrawal(reason: $0.text(), date: $0.optionalMoment(), leavesNotice: $0.flag())
        }
        article.approvedBy = text()
        article.parameters = all { $0.parameter() }
        return text()
    }
}

extension RecordWriter {
    mutating func write(_ parameter: Parameter) {
        write(parameter.name)
        switch parameter.value {
        case .text(let text):
            write(0)
            write(text)
        case .number(let number):
            write(1)
            write(number)
        case .flag(let flag):
            write(2)
            write(flag)
        case .list(let texts):
            write(3)
            write(texts)
        case .absent(let kind):
            write(4)
            write(kind.rawValue)
        }
    }
}

extension RecordReader {
    fileprivate mutating func parameter() -> Parameter {
        let name = text()
        let value: Parameter.Value =
            switch number() {
            case 0: .text(text())
            case 1: .number(number())
            case 2: .flag(flag())
            case 3: .list(texts())
            default: .absent(Parameter.Kind(rawValue: text()) ?? .text)
            }
        return Parameter(name: name, value: value)
    }
}
