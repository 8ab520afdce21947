import Model
import Testing

@Suite struct LeadTests {
    private static let leads: [(String, String)] = [
        ("a **b** [c](d) `e`\nf\n\ng", "a b c e f"),
        ("# h\n\na", "a"),
        ("![x](y \"z\")\n\na", "a"),
        ("[[toc]]\n\na", "a"),
        ("|a|\n|-|\n\nb", "b"),
        ("> q\n\n- l\n\na", "a"),
        ("::: chu-ky\nx\n:::\n\na", "a"),
        ("x ![y](z) a~~b~~[^1]\n\n[^1]: n", "x  ab"),
        ("<!-- x -->\n\na &amp; b", "a & b"),
        ("> q", ""),
        ("", ""),
    ]

    @Test(arguments: leads)
    func isTheTextOfTheFirstParagraph(_ text: String, _ lead: String) {
        #expect(Conversion(text).body.lead == lead)
    }

    @Test func isCutBehindAWord() {
        let text = String(repeating: "đượ ", count: 100)
        let lead = Conversion(text).body.lead
        #expect(lead == String(repeating: "đượ ", count: 74) + "đượ…")
        #expect(lead.count == 300)
    }

    @Test func staysWholeAtTheLimit() {
        let text = String(repeating: "ế", count: 300)
        #expect(Conversion(text).body.lead == text)
        #expect(Conversion(text + "x").body.lead == String(repeating: "ế", count: 299) + "…")
        #expect(Conversion("ab " + text).body.lead == "ab…")
    }
}
