import Bytes
import Model
import Templates
import VietnameseText

/// All official documents as JSON, newest first, for the search field of the theme: read only by browsers, once
/// somebody types.
enum DocumentIndex {
    static func append(_ world: SiteWorld, to buffer: inout ByteBuffer) {
        buffer.append("[")
        for index in world.catalog.documents.indices {
            buffer.append(index == 0 ? "\n" : ",\n")
            append(world.catalog.documents[index], world, to: &buffer)
        }
        buffer.append("\n]\n")
    }

    private static func append(_ document: CatalogDocument, _ world: SiteWorld, to buffer: inout ByteBuffer) {
        let issued = document.source.issued.civil(in: world.settings.zone).date
        let day = "\(Digits.padded(issued.day, 2))/\(Digits.padded(issued.month, 2))/\(issued.year)"
        let fields: KeyValuePairs = [
            "number": document.source.number, "type": document.source.type,
            "abstract": document.source.abstract, "issuer": document.source.issuer, "issued": day,
            "status": document.status.rawValue, "url": document.url,
        ]
        var isFirst = true
        for (name, value) in fields {
            buffer.append(isFirst ? "{" : ", ")
            isFirst = false
            buffer.append(jsonString: name)
            buffer.append(": ")
            buffer.append(jsonString: value)
        }
        buffer.append("}")
    }
}
