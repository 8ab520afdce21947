import ArgumentParser
import Build
import Diagnostics
import Glibc
import Model
import Output

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
}

extension Language: ExpressibleByArgument {}

/// Flags that every verb has.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .customShort("C"),
        help: .init(say("Thư mục của cổng thông tin.", "The site's folder."), valueName: "dir"))
    var directory = "."

    @Option(help: .init(say("Ngôn ngữ thông báo: vi hoặc en.", "The language of messages: vi or en.")))
    var lang: Language?

    @Option(help: .init(say("Tô màu: auto, always hoặc never.", "Colours: auto, always or never.")))
    var color = ColorChoice.auto

    /// The site's folder as an absolute path without a slash at its end.
    var root: String { Self.absolute(directory) }

    /// What every verb asks for: the site as it is now, with all processors.
    var request: BuildRequest {
        var request = BuildRequest(root: root, now: Clock.now)
        request.threads = Clock.processors
        return request
    }

    static func absolute(_ path: String) -> String {
        var full = path
        if !path.hasPrefix("/"), let current = getcwd(nil, 0) {
            full = String(cString: current) + "/" + path
            free(current)
        }
        while full.count > 1, full.hasSuffix("/") || full.hasSuffix("/.") {
            full.removeLast(full.hasSuffix("/.") ? 2 : 1)
        }
        return full.isEmpty ? "/" : full
    }

    /// The language of messages about a site whose pages are in `siteLanguage`; nil when it is not known.
    func language(site siteLanguage: String?) -> Language {
        lang ?? Messages.chosen ?? siteLanguage.flatMap(Messages.language(of:)) ?? Messages.locale
    }

    /// What site.yaml says; shows what is wrong with it and ends the run when it cannot be read.
    func settings() throws -> Settings {
        if let settings = SiteInventory.settings(root: root) { return settings }
        let printer = DiagnosticPrinter(language: language(site: nil), color: Console.isColored(color))
        Console.error(printer.text(SiteInventory.read(request).diagnostics))
        throw Exit.siteHasErrors
    }

    /// Says whom the run has to wait for.
    func announce(_ holder: SiteLock.Holder) {
        let name = "`\(holder.command)` (\(holder.pid))"
        Console.error(
            language(site: nil) == .vietnamese
                ? "Đang chờ \(name) xong…\n" : "Waiting for \(name) to finish…\n")
    }

    /// Shows what a run found; in the language of the site when site.yaml could be read.
    func show(_ report: BuildReport) {
        let printer = DiagnosticPrinter(
            language: language(site: report.settings.language), color: Console.isColored(color))
        Console.error(printer.text(report.diagnostics))
    }
}

/// A verb about a portal.
protocol PortalVerb: ParsableCommand {
    var common: CommonOptions { get }
}

extension PortalVerb {
    /// Says why the run cannot go on.
    func show(_ failure: some Problem) {
        let language = common.language(site: SiteInventory.settings(root: common.root)?.language)
        let printer = DiagnosticPrinter(language: language, color: Console.isColored(common.color))
        Console.error(printer.text(Diagnostic(.error, failure)))
    }
}

/// The article that a verb is about.
struct ArticleArgument: ParsableArguments {
    @Argument(
        help: .init(
            say("Tệp của bài, hoặc thư mục của bài.", "The article's file, or its folder."), valueName: "file"
        ))
    var file: String
}

/// The machine's clock.
enum Clock {
    static var now: Timestamp { Timestamp(seconds: time(nil)) }

    /// The number of processors this machine has running.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
