import Foundation
import Testing
import VietnameseText

@Suite struct OrdinaryTextTests {
    private static let line = "- Công đoàn tỉnh Thừa Thiên – Huế tổ chức “Tháng Công nhân”\tnăm 2024…\r\n"

    private func isCertain(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(OrdinaryText.isCertain) }

    @Test("Vietnamese text of any length is recognised")
    func vietnamese() {
        for count in 1...5 {
            let text = Array(String(repeating: Self.line, count: count).utf8)
            for end in text.indices.dropFirst(18) where text[end] & 0xC0 != 0x80 {
                #expect(isCertain(Array(text[..<end])), "\(end) bytes")
            }
        }
    }

    @Test("every scalar that is recognised anywhere is NFC, alone and behind every letter")
    func scalars() {
        var known = 0
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a string of plain text a" + String(scalar) + " and so on"
            guard isCertain(Array(text.utf8)) else { continue }
            known += 1
            #expect(text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8), "\(value)")
            #expect(value >= 0x20 && value != 0x7F || value == 9 || value == 10 || value == 13, "\(value)")
        }
        #expect(known == 0x80 - 30 + 0x280 - 0x80 + 0x100 + 0x3E + 0x80)
    }

    @Test("what is damaged at any place is not recognised")
    func damaged() {
        let text = Array(String(repeating: Self.line, count: 2).utf8)
        for at in text.indices {
            for byte in UInt8.min...UInt8.max {
                var bytes = text
                bytes[at] = byte
                let isSound = String(validating: bytes, as: UTF8.self) != nil
                if !isSound || byte == 0 || byte == 0x7F { #expect(!isCertain(bytes), "\(byte) at \(at)") }
            }
            #expect(!isCertain(Array(text[..<at] + text[at...].dropFirst() + [0xC3])), "cut at \(at)")
        }
    }

    @Test("short text, and text that starts beyond ASCII, is left to the slow way")
    func short() {
        #expect(!isCertain([]))
        #expect(!isCertain(Array("mười bảy byte".utf8)))
        #expect(!isCertain(Array("Đại hội Công đoàn lần thứ XIII".utf8)))
    }

    @Test("marks that combine are not recognised")
    func combining() {
        #expect(!isCertain(Array("Đoàn viên: Ho\u{0300}a Bi\u{0300}nh va\u{0300} Ha\u{0300} Giang".utf8)))
        #expect(!isCertain(Array("Công đoàn: \u{2000}\u{2001} và một khoảng cách khác".utf8)))
    }
}
