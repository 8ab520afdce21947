import Diagnostics
import Glibc

/// Which language messages are in: `--lang`, then BANTIN_LANG, then site.yaml, then the locale.
enum Messages {
    /// The language before site.yaml is read: what the environment asks for.
    static var language: Language { chosen ?? locale }

    /// What BANTIN_LANG asks for.
    static var chosen: Language? { variable("BANTIN_LANG").flatMap(language(of:)) }

    /// What the locale asks for; English when it says nothing.
    static var locale: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = variable(name), !value.isEmpty { return language(of: value) ?? .english }
        }
        return .english
    }

    /// `vi_VN.UTF-8` is Vietnamese.
    static func language(of tag: String) -> Language? {
        Language.allCases.first {
            tag == $0.rawValue || tag.hasPrefix($0.rawValue + "_") || tag.hasPrefix($0.rawValue + "-")
        }
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// A help text in the language of the environment.
func say(_ vietnamese: String, _ english: String) -> String {
    Messages.language == .vietnamese ? vietnamese : english
}
