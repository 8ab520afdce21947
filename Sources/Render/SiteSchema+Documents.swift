import Bytes
import Model
import Templates

extension SiteSchema {
    static var document: ObjectType {
        ObjectType(
            "document", doc: "An official document (văn bản).",
            fields: documentText + documentDates + documentRelations)
    }

    private static var documentText: [Field] {
        [
            .text("number", "Its number and symbol: `10-NQ/ĐUK`.") { $0.catalog.documents[$1].source.number },
            .text("abstract", "What it is about (trích yếu).") { $0.catalog.documents[$1].source.abstract },
            .text("issuer", "The body that issued it, or empty.") { $0.catalog.documents[$1].source.issuer },
            .text("signer", "Who signed it, or empty.") { $0.catalog.documents[$1].source.signer },
            .text("signer_title", "The signer's office, or empty.") {
                $0.catalog.documents[$1].source.signerTitle
            },
            .text("url", "Its page.") { $0.catalog.documents[$1].url },
            .text("absolute_url", "Its page with scheme and host.") {
                $0.absolute($0.catalog.documents[$1].url)
            },
            .markup(
                "body", "Its text, as HTML; may be empty.",
                digest: { world, index, bytes in
                    let document = world.catalog.documents[index]
                    bytes.append(digestOf: document.source.body, filledWith: document.fills)
                }
            ) {
                Markup(
                    html: $0.catalog.documents[$1].source.body.html,
                    filling: $0.catalog.documents[$1].fills)
            },
            .text("status", "`pending`, `in_force`, `expired` or `replaced`.") {
                $0.catalog.documents[$1].status.rawValue
            },
            .text("replaced_by_number", "The number of the document that replaces it, or empty.") {
                $0.catalog.documents[$1].source.replacedBy
            },
        ]
    }

    private static var documentDates: [Field] {
        [
            .date("issued", "The day of issue.") { $0.catalog.documents[$1].source.issued.seconds },
            .optionalDate("effective", "From when it has effect, if the document says so.") {
                $0.catalog.documents[$1].source.effective?.seconds
            },
            .optionalDate("expires", "From when it has none any more.") {
                $0.catalog.documents[$1].source.expires?.seconds
            },
            .optionalDate("updated", "When its page was last changed.") {
                $0.catalog.documents[$1].source.updated?.seconds
            },
        ]
    }

    private static var documentRelations: [Field] {
        [
            .object("type", "document_list", "Its type, as the list of all documents of that type.") {
                Int($0.catalog.documents[$1].type)
            },
            .optionalObject("issuer_list", "document_list", "All documents of its issuer.") {
                $0.catalog.documents[$1].issuer.map { Int($0) }
            },
            .object("year", "document_list", "All documents of its year.") {
                Int($0.catalog.documents[$1].year)
            },
            .list("files", of: "attachment", "Its files.") { world, index in
                let files = world.catalog.documents[index].files.indices
                return .values(files.map { .object(PartNumber(index, $0).number) })
            },
            .optionalObject("replaced_by", "document", "The document that replaces it, if it is here.") {
                $0.catalog.documents[$1].replacedBy.map { Int($0) }
            },
            .list("replaces", of: "document", "The documents that it replaces.") {
                .objects($0.catalog.documents[$1].replaces[...])
            },
        ]
    }

    static var attachment: ObjectType {
        ObjectType(
            "attachment", doc: "A file of a document.",
            fields: [
                .text("url", "Its address.") { $0.attachment($1).url },
                .text("name", "The file's name.") { $0.attachment($1).name },
                .text("kind", "Its kind: `PDF`; may be empty.") { $0.attachment($1).kind },
                .text("size", "Its size: `120 KB`; empty when it is not there.") { $0.attachment($1).size },
            ])
    }

    static var documentList: ObjectType {
        ObjectType(
            "document_list", doc: "A list of documents: all, or those of one type, issuer or year.",
            fields: [
                .text("kind", "`all`, `type`, `issuer` or `year`.") {
                    $0.catalog.documentLists[$1].kind.rawValue
                },
                .text("title", "Its name: `Nghị quyết`, `2024`; empty for all.") {
                    $0.catalog.documentLists[$1].title
                },
                .text("url", "Its first page.") { $0.catalog.documentLists[$1].url },
                .int("count", "How many documents it has.") {
                    $0.catalog.documentLists[$1].documents.count
                },
                .list("documents", of: "document", "Its documents, newest first.") {
                    .objects($0.catalog.documentLists[$1].documents[...])
                },
            ])
    }

    /// What `site` says of documents.
    static var siteDocuments: [Field] {
        func lists(
            _ name: String, _ doc: String, _ kind: CatalogDocumentList.Kind
        ) -> Field {
            .list(name, of: "document_list", doc) { world, _ in
                .objects(
                    world.catalog.documentLists.indices.lazy.filter {
                        world.catalog.documentLists[$0].kind == kind
                    }.map { Int32($0) }[...])
            }
        }
        return [
            .list("documents", of: "document", "Its official documents, newest first.") { world, _ in
                .range(world.catalog.documents.indices)
            },
            .optionalText("documents_url", "The list of its documents; missing when there are none.") {
                world, _ in
                world.catalog.documentLists.first?.url
            },
            .text("document_index_url", "All documents as JSON, for a search field.") { world, _ in
                world.settings.url(world.settings.documentsPath + Settings.documentIndexName)
            },
            lists("document_types", "Types of documents, by name.", .type),
            lists("document_issuers", "Issuers of documents, by name.", .issuer),
            lists("document_years", "Years of documents, newest first.", .year),
        ]
    }
}

extension SiteWorld {
    func documentsTitle(_ list: CatalogDocumentList) -> String {
        switch list.kind {
        case .all: "Văn bản"
        case .year: "Văn bản năm \(list.title)"
        case .type, .issuer: list.title
        }
    }

    func attachment(_ number: Int) -> CatalogAttachment {
        let part = PartNumber(number: number)
        return catalog.documents[part.owner].files[part.index]
    }
}
