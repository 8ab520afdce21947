internal import Glibc

/// Who asks, by the name a program gives itself (`User-Agent`).
package enum Visitor: Sendable {
    /// A person with a browser, also the one inside of Facebook or Zalo.
    case reader
    /// Search engines, makers of link previews, monitors, libraries, `curl`.
    case program

    package init(agent: String) {
        var name = LowercaseName(agent)
        if name.containsAny(of: Self.previewers) {
            self = .program
        } else if name.containsAny(of: Self.browsersInApps) {
            self = .reader
        } else if !name.startsWithAny(of: Self.browserStarts) {
            self = .program
        } else {
            // A make of telephones, no bot.
            name.blank("cubot")
            self = name.containsAny(of: Self.programs) ? .program : .reader
        }
    }

    /// Browsers have called themselves so for thirty years.
    private static let browserStarts = ["mozilla/", "opera/"]

    /// What fetches a page that somebody put into a message.
    private static let previewers = [
        "facebookexternalhit", "facebookcatalog", "facebot", "meta-externalagent", "meta-externalfetcher",
        "zalobot", "zalopreview", "telegrambot", "twitterbot", "whatsapp/", "viber/", "skypeuripreview",
        "linkedinbot", "discordbot", "slackbot",
    ]

    private static let browsersInApps = [
        "fban/", "fbav/", "fb_iab/", "zalo ios", "zalo android", "zalo/", "zalotheme/", "instagram ",
    ]

    private static let programs = [
        "bot", "crawl", "spider", "slurp", "preview", "scrape", "archiver", "monitor", "uptime", "pingdom",
        "validator", "checker", "scanner", "feed", "headless", "phantomjs", "lighthouse", "pagespeed",
        "google-inspectiontool", "googleother", "google favicon", "mediapartners", "apis-google",
        "bytespider",
        "python", "curl", "wget", "libwww", "http-client", "httpclient", "okhttp", "java/", "nutch",
        "yandex.com/bots",
        "coccocbot", "baidu.com/search", "petalbot", "ahrefs", "semrush", "gptbot", "chatgpt", "claude",
        "perplexity",
    ]
}

/// The bytes of a name with small letters: searched for every hit, which on characters would take longer than all else.
private struct LowercaseName {
    /// With a zero at the end, for the C library.
    private var bytes: [UInt8]

    init(_ name: String) {
        bytes = name.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 } + [0]
    }

    func containsAny(of words: [String]) -> Bool { words.contains { place(of: $0) != nil } }

    func startsWithAny(of words: [String]) -> Bool { words.contains { bytes.starts(with: $0.utf8) } }

    mutating func blank(_ word: String) {
        while let place = place(of: word) {
            for offset in 0..<word.utf8.count { bytes[place + offset] = UInt8(ascii: " ") }
        }
    }

    private func place(of word: String) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress, let found = strstr(start, word) else { return nil }
                return UnsafePointer(found) - start
            }
        }
    }
}
