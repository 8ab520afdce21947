import Diagnostics

/// The kinds of `:::` blocks, each with a Vietnamese and an English name.
enum BlockKind: CaseIterable {
    case officialHeader
    case signature
    case recipients
    case gallery
    case video
    case attachment

    init?(name: String) {
        guard let kind = Self.allCases.first(where: { kind in kind.names.contains(name) }) else { return nil }
        self = kind
    }

    func name(in language: Language) -> String {
        switch (self, language) {
        case (.officialHeader, .vietnamese): "tieu-de-van-ban"
        case (.officialHeader, .english): "official-header"
        case (.signature, .vietnamese): "chu-ky"
        case (.signature, .english): "signature"
        case (.recipients, .vietnamese): "noi-nhan"
        case (.recipients, .english): "recipients"
        case (.gallery, .vietnamese): "thu-vien-anh"
        case (.gallery, .english): "gallery"
        case (.video, _): "video"
        case (.attachment, .vietnamese): "tep-dinh-kem"
        case (.attachment, .english): "attachment"
        }
    }

    /// Every name of every kind.
    static var allNames: [String] { allCases.flatMap(\.names) }

    private var names: [String] { Language.allCases.map(name(in:)) }
}
