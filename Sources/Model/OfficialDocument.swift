/// Văn bản: an official document, content/van-ban/**.
package struct OfficialDocument: Sendable {
    /// From the site's folder: `content/van-ban/2026/10-nq-duk.md`.
    package var source = ""
    /// `source` without `content/` and extension.
    package var id = ""
    /// The document's own folder from content/; nil for a single file.
    package var folder: String?

    /// Số, ký hiệu: `10-NQ/ĐUK`. Numbering starts anew every year, so that two documents may have the same one.
    package var number = ""
    /// Loại văn bản: `Nghị quyết`.
    package var type = ""
    /// Trích yếu: what it is about.
    package var abstract = ""
    /// Ngày ban hành.
    package var issued = Timestamp(seconds: 0)
    /// Ngày có hiệu lực; nil when it has effect from the day of issue.
    package var effective: Timestamp?
    /// Ngày hết hiệu lực: from then on it has none.
    package var expires: Timestamp?
    /// The number of the document that replaces it; empty when none does.
    package var replacedBy = ""
    /// Cơ quan ban hành.
    package var issuer = ""
    package var signer = ""
    /// Chức vụ người ký.
    package var signerTitle = ""
    /// The paths of its files, as written.
    package var files: [String] = []

    /// From when it is shown; nil when that is the day of issue.
    package var date: Timestamp?
    package var updated: Timestamp?
    package var isDraft = false
    package var slug: String?
    package var aliases: [String] = []
    package var body = Body()
    package var fieldLines: [FieldLine] = []
    /// True when its front matter has errors. Fields may be missing then, and what only follows from that is
    /// not reported.
    package var isDamaged = false

    package init() {}

    /// When it is shown for the first time.
    package var shownFrom: Timestamp { date ?? issued }
}

/// Whether a document is in force at a moment.
package enum DocumentStatus: String, Sendable, CaseIterable {
    /// Chưa có hiệu lực.
    case pending
    /// Còn hiệu lực.
    case inForce = "in_force"
    /// Hết hiệu lực.
    case expired
    /// Được thay thế.
    case replaced
}

/// Văn bản as the portal shows it.
package struct CatalogDocument: Sendable {
    package var source: OfficialDocument
    /// With the site's base path: `/van-ban/10-nq-duk/`.
    package let url: String
    package let status: DocumentStatus
    /// Indices into `Catalog.documents`: the one that replaces it, and those that it replaces.
    package var replacedBy: Int32?
    package var replaces: [Int32] = []
    /// Indices into `Catalog.documentLists`.
    package var type: Int32 = 0
    package var issuer: Int32?
    package var year: Int32 = 0
    package var files: [CatalogAttachment] = []
    package var fills: [Fill] = []

    package init(source: OfficialDocument, url: String, status: DocumentStatus) {
        self.source = source
        self.url = url
        self.status = status
    }
}

/// A file to be downloaded.
package struct CatalogAttachment: Sendable {
    package let url: String
    /// The file's name: `10-nq-duk.pdf`.
    package let name: String
    /// Its kind in capitals: `PDF`; empty when its name tells none.
    package let kind: String
    /// Its size as text: `120 KB`; empty when there is no such file.
    package let size: String

    package init(url: String, name: String, kind: String, size: String) {
        self.url = url
        self.name = name
        self.kind = kind
        self.size = size
    }
}

/// A list of documents with pages of its own.
package struct CatalogDocumentList: Sendable {
    package enum Kind: String, Sendable {
        case all, type, issuer, year
    }

    package let kind: Kind
    package let title: String
    /// Its first page.
    package let url: String
    /// Indices into `Catalog.documents`, ascending: newest first.
    package var documents: [Int32] = []

    package init(kind: Kind, title: String, url: String) {
        self.kind = kind
        self.title = title
        self.url = url
    }
}
