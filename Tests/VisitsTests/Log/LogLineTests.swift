import Model
import Testing

@testable import Visits

struct LogLineTests {
    private struct Parts: Equatable {
        var address: String
        var moment: Int
        var method: String
        var target: String
        var status: Int
        var agent: String
    }

    private func parts(_ text: String) -> Parts? {
        var text = text
        return text.withUTF8 { bytes in
            LogLine(UnsafeRawBufferPointer(bytes)).map { line in
                func string(_ bytes: UnsafeRawBufferPointer) -> String {
                    String(decoding: bytes, as: UTF8.self)
                }
                return Parts(
                    address: string(line.address), moment: line.moment.seconds, method: string(line.method),
                    target: string(line.target), status: line.status, agent: string(line.agent))
            }
        }
    }

    /// 2026-11-22 07:01:02 in Vietnam.
    private static let moment = 1_795_305_662

    @Test(
        "what servers write",
        arguments: [
            (
                #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET /a/?b=1 HTTP/1.1" 200 5123 "https://x/" "Mozilla/5.0 (X)""#,
                "203.0.113.5", "GET", "/a/?b=1", 200, "Mozilla/5.0 (X)"
            ),
            (
                #"2001:db8::1 - - [22/Nov/2026:00:01:02 +0000] "GET / HTTP/2.0" 304 0 "-" "Mozilla/5.0""#,
                "2001:db8::1", "GET", "/", 304, "Mozilla/5.0"
            ),
            // A user with a space in the name, a zone west of Greenwich, Apache's `-` for no bytes.
            (
                #"203.0.113.5 - Lan Anh [21/Nov/2026:19:01:02 -0500] "HEAD /a/ HTTP/1.1" 200 - "-" "Mozilla/5.0""#,
                "203.0.113.5", "HEAD", "/a/", 200, "Mozilla/5.0"
            ),
            // Apache's vhost_combined.
            (
                #"x.example:443 203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET /a/ HTTP/1.1" 200 1 "-" "Mozilla/5.0""#,
                "203.0.113.5", "GET", "/a/", 200, "Mozilla/5.0"
            ),
            // Quotes: Apache writes \", nginx \x22.
            (
                #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET /\"\x22/ HTTP/1.1" 404 1 "\"" "A \"b\"""#,
                "203.0.113.5", "GET", #"/\"\x22/"#, 404, #"A \"b\""#
            ),
            // More behind it, as many hosters have.
            (
                #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET /a/ HTTP/1.1" 200 1 "-" "Mozilla/5.0" "-" 0.003 x"#,
                "203.0.113.5", "GET", "/a/", 200, "Mozilla/5.0"
            ),
            // No request at all.
            (
                #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "-" 408 0 "-" "-""#, "203.0.113.5", "-", "",
                408, "-"
            ),
            (
                #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "" 400 0 "-" "-""#, "203.0.113.5", "", "", 400,
                "-"
            ),
        ])
    func reads(
        _ line: String, _ address: String, _ method: String, _ target: String, _ status: Int, _ agent: String
    ) {
        #expect(
            parts(line)
                == Parts(
                    address: address, moment: Self.moment, method: method, target: target, status: status,
                    agent: agent))
    }

    @Test(
        "what is no such line",
        arguments: [
            "", " ", "203.0.113.5", "title: Công đoàn",
            // The common format has no browser.
            #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET / HTTP/1.1" 200 5123"#,
            #"203.0.113.5 - - [32/Nov/2026:07:01:02 +0700] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0""#,
            #"203.0.113.5 - - [22/Nox/2026:07:01:02 +0700] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0""#,
            #"203.0.113.5 - - [22/Nov/2026:27:01:02 +0700] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0""#,
            #"203.0.113.5 - - [22/Nov/2026:07:01:02] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0""#,
            #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET / HTTP/1.1" abc 1 "-" "Mozilla/5.0""#,
            #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET / HTTP/1.1" 200 1 "-" "Mozilla"#,
            #"203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET / HTTP/1.1" 200 1 "-" "Mozilla\""#,
            #"203.0.113.5 - - [22/Nov/2026"#,
        ])
    func refuses(_ line: String) { #expect(parts(line) == nil) }
}
