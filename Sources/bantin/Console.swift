import Glibc
import Output

/// The two streams of a command: what was asked for, and what is to be said about it.
enum Console {
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// To standard output as it stands. Throws when it does not all arrive, as in a file on a full disk; a reader that has
    /// seen enough (`| head`) is no failure.
    static func write(_ text: String) throws(OutputFailure) {
        errno = 0
        guard write(text, to: STDOUT_FILENO) || errno == EPIPE else {
            throw .cannotWrite(path: "/dev/stdout", errno: errno)
        }
    }

    /// The same with lines.
    static func write(lines: [String]) throws(OutputFailure) {
        try write(lines.map { $0 + "\n" }.joined())
    }

    static func error(_ text: String) { write(text, to: STDERR_FILENO) }

    /// A line about the run where standard output belongs to something else.
    static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Colours are for people: `always`, or a terminal and no NO_COLOR.
    static func isColored(_ choice: ColorChoice, stream: Int32 = STDERR_FILENO) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto: getenv("NO_COLOR").map { $0.pointee == 0 } ?? true && isatty(stream) == 1
        }
    }

    /// False when the stream is gone, or full.
    @discardableResult
    private static func write(_ text: String, to stream: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let count = Glibc.write(stream, bytes.baseAddress! + start, bytes.count - start)
                if count < 0, errno != EINTR { return false }
                start += max(count, 0)
            }
            return true
        }
    }
}
