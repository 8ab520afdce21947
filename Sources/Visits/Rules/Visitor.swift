/// Who asks, by the name a program gives itself (`User-Agent`).
package enum Visitor: Sendable {
    /// A person with a browser, also the one inside of Facebook or Zalo.
    case reader
    /// Search engines, makers of link previews, monitors, libraries, `curl`.
    case program

    package init(agent: String) {
        let name = agent.lowercased()
        if Self.previewers.contains(where: name.contains) {
            self = .program
        } else if Self.browsersInApps.contains(where: name.contains) {
            self = .reader
        } else if !Self.browserStarts.contains(where: name.hasPrefix) {
            self = .program
        } else {
            // A make of telephones, no bot.
            let rest = name.split(separator: "cubot", omittingEmptySubsequences: false).joined(separator: "-")
            self = Self.programs.contains(where: rest.contains) ? .program : .reader
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
