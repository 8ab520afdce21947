import Markdown
import Model
import Testing

@Suite struct CitationTests {
    /// The numbers found in `text`, each with its day when one follows it.
    private func found(_ text: String, citations: Bool = true) -> [String] {
        var settings = MarkdownSettings()
        settings.citations = citations
        var converter = MarkdownConverter(settings: settings)
        return Conversion(text, with: &converter).body.holes.compactMap { hole in
            guard case .citation(let key, let issued) = hole.kind else { return nil }
            return key + (issued.map { " \($0.day)/\($0.month)/\($0.year)" } ?? "")
        }
    }

    @Test(arguments: [
        ("Nghị quyết số 10-NQ/ĐUK.", "10-NQ-ĐUK"),
        ("Hướng dẫn số 06-HD/TĐTN-TCKT ngày 25/7/2018 của", "06-HD-TĐTN-TCKT 25/7/2018"),
        ("Công văn số: 691/TWĐTN, ngày 23/5/2013", "691-TWĐTN 23/5/2013"),
        ("số: 52 HD/CNĐT", "52-HD-CNĐT"),
        ("nghị quyết số 10-NQ/ĐUK ngày 19/5/2022", "10-NQ-ĐUK 19/5/2022"),
        ("Nghị định 74/2024/NĐ-CP", "74-2024-NĐ-CP"),
        ("(Kế hoạch số 12/KH-LĐLĐ)", "12-KH-LĐLĐ"),
        ("“12/KH-LĐLĐ”", "12-KH-LĐLĐ"),
        ("số\u{A0}12/KH-LĐLĐ,\u{A0}ngày\u{A0}01.02.2025", "12-KH-LĐLĐ 1/2/2025"),
        ("12/KH-LĐLĐ ngày 05 tháng 02 năm 2025", "12-KH-LĐLĐ 5/2/2025"),
        ("12/KH-LĐLĐ (Ngày 5/2/2025)", "12-KH-LĐLĐ 5/2/2025"),
        ("12/KH-LĐLĐ\nngày 5/2/2025", "12-KH-LĐLĐ 5/2/2025"),
        ("**12/KH-LĐLĐ** ngày 5/2/2025", "12-KH-LĐLĐ 5/2/2025"),
        ("**12/KH-LĐLĐ**,\nngày\n5-2-2025", "12-KH-LĐLĐ"),
        ("12/KH-LĐLĐ ngàynay", "12-KH-LĐLĐ"),
        ("04/CTr-LĐLĐ-BHXH", "04-CTR-LĐLĐ-BHXH"), ("15/TTr-ĐTn", "15-TTR-ĐTN"),
        ("**12/KH-LĐLĐ**", "12-KH-LĐLĐ"),
        ("## Về 12/KH-LĐLĐ", "12-KH-LĐLĐ"),
    ])
    func numbers(text: String, number: String) { #expect(found(text) == [number]) }

    @Test(arguments: [
        "ngày 19/5/2022", "24/7", "100 km/h", "1/2 lít", "và/hoặc", "QĐ/TW", "tỷ lệ 3/4 số phiếu", "9/10 hộ",
        "https://a.vn/10-NQ/ĐUK", "[12/KH-LĐLĐ](https://a.vn)", "`12/KH-LĐLĐ`", "a/12-KH/LĐ", "1.250/KH-LĐ",
        "![12/KH-LĐLĐ](a.jpg)", "12/kh-lđlđ", "12/", "/12", "12/-", "12/KH-LĐLĐ ngày 30/2/2025",
        "12/KH-LĐLĐ ngày 5/2", "12/KH-LĐLĐ năm 2020",
    ])
    func noNumbers(text: String) { #expect(found(text) == []) }

    @Test func twoInOneText() {
        #expect(found("12/KH-LĐLĐ và 13/KH-LĐLĐ") == ["12-KH-LĐLĐ", "13-KH-LĐLĐ"])
    }

    @Test func nothingIsLookedForWithoutDocuments() {
        #expect(found("12/KH-LĐLĐ", citations: false) == [])
    }

    @Test func theTextStaysAsItIs() {
        var settings = MarkdownSettings()
        settings.citations = true
        var converter = MarkdownConverter(settings: settings)
        let body = Conversion("Số 12/KH-LĐLĐ & 3/4.", with: &converter).body
        #expect(String(decoding: body.html, as: UTF8.self) == "<p>Số 12/KH-LĐLĐ &amp; 3/4.</p>\n")
        #expect(body.lead == "Số 12/KH-LĐLĐ & 3/4.")
        #expect(body.holes.map(\.offset) == [8, 20])
    }
}
