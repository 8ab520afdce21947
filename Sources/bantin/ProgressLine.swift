import Build
import Diagnostics
import Glibc
import Output
import Synchronization
import VietnameseText

/// One line on the terminal while a long build runs: `Đang dựng: 4.213/19.791 tệp`.
///
/// It appears after half a second, is written over itself, and is gone when the build ends. Nothing is shown
/// where standard error is no terminal, or one that cannot go back on a line.
final class ProgressLine: Sendable {
    private static let delay = Duration.milliseconds(500)
    private static let pause = Duration.milliseconds(100)

    private struct State {
        var isShown = false
        var isOver = false
    }

    private let progress = WriteProgress()
    private let language: Language
    private let state = Mutex(State())

    private init(language: Language) { self.language = language }

    /// Does `work` on `request`, and shows how far it is.
    static func show<Result>(
        _ common: CommonOptions, _ request: inout BuildRequest,
        while work: (BuildRequest) throws -> Result
    ) rethrows -> Result {
        guard Console.canRewriteLines else { return try work(request) }
        let siteLanguage = SiteInventory.language(root: request.root)
        let line = ProgressLine(language: common.language(site: siteLanguage))
        request.progress = line.progress
        line.start()
        defer { line.end() }
        return try work(request)
    }

    private func start() {
        Task.detached { [self] in
            var wait = Self.delay
            // A wait that is cut short only means that the line is written early.
            repeat { try? await Task.sleep(for: wait); wait = Self.pause } while draw()
        }
    }

    /// Whether there is more to come.
    private func draw() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            Console.error(Self.rewrite + text)
            state.isShown = true
            return true
        }
    }

    private func end() {
        state.withLock { state in
            state.isOver = true
            if state.isShown { Console.error(Self.rewrite) }
        }
    }

    /// To the start of the line, and all of it cleared.
    private static let rewrite = "\r\u{1B}[K"

    private var text: String {
        guard let (done, total) = progress.state else {
            return language == .vietnamese ? "Đang đọc các bài…" : "Reading articles…"
        }
        let separator = language == .vietnamese ? "." : ","
        let numbers = [done, total].map { Grouping.string($0, separator: separator) }
            .joined(separator: "/")
        return language == .vietnamese ? "Đang dựng: \(numbers) tệp" : "Building: \(numbers) files"
    }
}

extension Console {
    /// Whether standard error is a terminal that can go back to the start of a line.
    fileprivate static var canRewriteLines: Bool {
        guard isatty(STDERR_FILENO) == 1, let terminal = getenv("TERM").map({ String(cString: $0) }) else {
            return false
        }
        return !terminal.isEmpty && terminal != "dumb"
    }
}
