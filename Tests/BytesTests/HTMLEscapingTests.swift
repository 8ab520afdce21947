import Bytes
import Testing

@Suite struct HTMLEscapingTests {
    @Test(arguments: [
        ("", ""), ("Đoàn khối", "Đoàn khối"), ("&", "&amp;"), ("<b>", "&lt;b&gt;"),
        ("\"'", "&quot;&#39;"), ("a&b<c>d\"e'f", "a&amp;b&lt;c&gt;d&quot;e&#39;f"), ("&amp;", "&amp;amp;"),
        ("Tin <mới> “nóng”", "Tin &lt;mới&gt; “nóng”"),
        ("!#$%()*+,-./0123456789:;=?@", "!#$%()*+,-./0123456789:;=?@"),
    ])
    func escapes(text: String, expected: String) {
        #expect(HTMLEscape.escape(text) == expected)
        var buffer = ByteBuffer()
        buffer.append(escaping: text)
        buffer.append(escaping: Array(text.utf8))
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected + expected)
    }

    @Test func onlyFiveBytesChange() {
        for byte in UInt8.min...UInt8.max {
            var buffer = ByteBuffer()
            buffer.append(escaping: [byte])
            let isSpecial = "&<>\"'".utf8.contains(byte)
            #expect((buffer.copy() == [byte]) == !isSpecial, "byte \(byte)")
        }
    }
}
