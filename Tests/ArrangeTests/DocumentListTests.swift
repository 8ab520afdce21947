import Arrange
import Diagnostics
import Model
import Testing

@Suite struct DocumentListTests {
    private func document(
        _ name: String, _ number: String, _ issued: Timestamp = Sample.time(1),
        _ change: (inout OfficialDocument) -> Void = { _ in }
    ) -> OfficialDocument {
        var document = OfficialDocument()
        document.source = "content/van-ban/\(name).md"
        document.id = "van-ban/\(name)"
        document.number = number
        document.type = "Kế hoạch"
        document.abstract = name
        document.issued = issued
        change(&document)
        return document
    }

    private func newsroom(
        _ documents: [OfficialDocument], _ articles: [Article] = [],
        files: [SourceFile] = [Sample.file("van-ban/a.pdf", size: 120_000)]
    ) -> Newsroom {
        Sample.newsroom(articles, pages: [Sample.page("gioi-thieu")], files: files) {
            $0.documents = documents
        }
    }

    @Test func newestFirstThenById() {
        let catalog = newsroom([
            document("b", "2/KH"), document("a", "1/KH"), document("c", "3/KH", Sample.time(2)),
        ]).arranged()
        #expect(catalog.documents.map(\.source.number) == ["3/KH", "1/KH", "2/KH"])
        #expect(catalog.documents.map(\.url) == ["/van-ban/3-kh/", "/van-ban/1-kh/", "/van-ban/2-kh/"])
    }

    @Test func draftsAndWhatIsScheduledHaveNoPage() {
        let news = newsroom([
            document("a", "1/KH") { $0.isDraft = true }, document("b", "2/KH", Sample.time(20)),
            document("c", "3/KH") { $0.date = Sample.time(20) },
        ])
        #expect(news.arranged().documents.isEmpty)
        #expect(news.arranged().documentLists.isEmpty)
        #expect(news.arranged().summary.nextDue == Sample.time(20))
        #expect(news.arranged(at: Sample.time(21)).documents.count == 2)
        #expect(news.arranged(drafts: true).documents.count == 1)
    }

    @Test func status() {
        func status(_ change: (inout OfficialDocument) -> Void) -> DocumentStatus {
            newsroom([document("a", "1/KH", Sample.time(1), change), document("z", "9/KH", Sample.time(3))])
                .arranged().documents.last!.status
        }
        #expect(status { _ in } == .inForce)
        #expect(status { $0.effective = Sample.time(20) } == .pending)
        #expect(status { $0.effective = Sample.time(19) } == .inForce)
        #expect(status { $0.expires = Sample.time(19) } == .expired)
        #expect(status { $0.expires = Sample.time(20) } == .inForce)
        #expect(status { $0.replacedBy = "9/KH" } == .replaced)
        #expect(status { $0.replacedBy = "100/QĐ-TW" } == .replaced)
    }

    @Test func aSuccessorReplacesOnceItHasEffect() {
        let news = newsroom([
            document("a", "1/KH") { $0.replacedBy = "9/kh" },
            document("z", "9/KH", Sample.time(3)) { $0.effective = Sample.time(25) },
        ])
        #expect(news.arranged().documents.map(\.status) == [.pending, .inForce])
        #expect(news.arranged(at: Sample.time(26)).documents.map(\.status) == [.inForce, .replaced])
        #expect(news.arranged().documents.map(\.replacedBy) == [nil, 0])
        #expect(news.arranged().documents.map(\.replaces) == [[1], []])
    }

    @Test func theSuccessorIsTheNextOneOfThatNumber() {
        let catalog = newsroom([
            document("a", "1/KH", Sample.time(2)) { $0.replacedBy = "9/KH" },
            document("old", "9/KH", Sample.time(1)) { $0.slug = "old" },
            document("new", "9/KH", Sample.time(3)) { $0.slug = "new" },
            document("newer", "9/KH", Sample.time(4)) { $0.slug = "newer" },
        ]).arranged()
        let replaced = catalog.documents.first { $0.source.number == "1/KH" }
        #expect(catalog.documents[Int(replaced!.replacedBy!)].source.slug == "new")
    }

    @Test func aDraftReplacesNothing() {
        let catalog = newsroom([
            document("a", "1/KH") { $0.replacedBy = "9/KH" },
            document("z", "9/KH", Sample.time(3)) { $0.isDraft = true },
        ]).arranged()
        #expect(catalog.documents.map(\.status) == [.inForce])
    }

    @Test(arguments: ["1/KH", "0/KH"])
    func neitherItselfNorAnEarlierOneReplacesADocument(number: String) {
        let news = newsroom([
            document("a", "1/KH", Sample.time(2)) { $0.replacedBy = number },
            document("b", "0/KH", Sample.time(1)),
        ])
        #expect(news.arranged().documents[0].status == .inForce)
        #expect(news.report().contains("no document with the number \(number) was issued after this one"))
    }

    @Test func itIsDueWhenItComesIntoForce() {
        let news = newsroom([document("a", "1/KH", Sample.time(22)) { $0.date = Sample.time(1) }])
        #expect(news.arranged().documents.map(\.status) == [.pending])
        #expect(news.arranged().summary.nextDue == Sample.time(22))
    }

    @Test func twoOfOneNameAreAnError() {
        let news = newsroom([document("a", "1/KH"), document("a/index", "2/KH") { $0.id = "van-ban/a" }])
        #expect(news.report().contains("it has the same name as content/van-ban/a.md"))
    }

    @Test func aDraftThatIsShownTakesItsAddress() {
        let news = newsroom([document("a", "1/KH"), document("b", "1/KH") { $0.isDraft = true }])
        #expect(!news.hasErrors(at: Sample.noon))
        #expect(news.report(drafts: true).contains("belongs to content/van-ban/a.md already"))
    }

    @Test func listsByTypeIssuerAndYear() {
        let catalog = newsroom([
            document("a", "1/KH", Sample.time(1)) { $0.issuer = "Ban B" },
            document("b", "2/HD", Sample.time(2)) { $0.type = "Hướng dẫn" },
            document("c", "3/KH", Sample.time(3, year: 2023)) { $0.type = "kế hoạch" },
            document("d", "4/KH", Sample.time(4)) { $0.issuer = "Đảng ủy" },
        ]).arranged()
        #expect(
            catalog.documentLists.map { "\($0.kind) \($0.title) \($0.url) \($0.documents)" } == [
                "all  /van-ban/ [0, 1, 2, 3]",
                "type Hướng dẫn /van-ban/loai/huong-dan/ [1]",
                "type Kế hoạch /van-ban/loai/ke-hoach/ [0, 2, 3]",
                "issuer Ban B /van-ban/co-quan/ban-b/ [2]",
                "issuer Đảng ủy /van-ban/co-quan/dang-uy/ [0]",
                "year 2024 /van-ban/nam/2024/ [0, 1, 2]",
                "year 2023 /van-ban/nam/2023/ [3]",
            ])
        let lists = catalog.documentLists
        for document in catalog.documents {
            #expect(
                lists[Int(document.type)].url.contains(
                    document.source.number.hasSuffix("HD") ? "huong" : "ke"))
            #expect(lists[Int(document.year)].kind == .year)
        }
    }

    @Test func withoutAnIssuerItIsThePortalsOwner() {
        var news = newsroom([document("a", "1/KH")])
        news.settings.identity.organization = "Liên đoàn Lao động"
        #expect(news.arranged().documents[0].source.issuer == "Liên đoàn Lao động")
    }

    @Test func filesHaveSizesAndKinds() {
        let catalog = newsroom([document("a", "1/KH") { $0.files = ["a.pdf", "/van-ban/a.pdf"] }]).arranged()
        for file in catalog.documents[0].files {
            #expect(file.url == "/van-ban/a.pdf" && file.name == "a.pdf" && file.kind == "PDF")
            #expect(file.size == "120 KB")
        }
    }

    @Test func aMissingFileIsNamed() {
        let news = newsroom([document("a", "1/KH") { $0.files = ["b.pdf"] }])
        #expect(news.report().contains("error: there is no file `b.pdf`"))
    }

    @Test func twoOfOneAddressAreAnError() {
        let report = newsroom([document("a", "1/KH"), document("b", "1-KH")]).report()
        #expect(report.contains("the address /van-ban/1-kh/ belongs to content/van-ban/a.md already"))
        #expect(report.contains("give one of the two another `slug`"))
    }

    @Test(arguments: [
        "van-ban", "van-ban/loai/x", "van-ban/nam/2024", "van-ban/trang/2", "anh", "anh/trang/3",
    ])
    func listsOwnTheirAddresses(path: String) {
        let report = Sample.newsroom(pages: [Sample.page(path)]).report()
        #expect(report.contains("the address /\(path)/ is the portal's own"))
    }

    // MARK: Links and citations

    private func urls(_ holes: [Hole.Kind], _ documents: [OfficialDocument]) -> [String?] {
        let article = Sample.article("tin/a.md") { $0.body = Body(holes) }
        return newsroom(documents, [article]).arranged().articles[0].fills.urls
    }

    @Test func citedNumbersAreLinks() {
        let documents = [document("a", "12/KH-LĐLĐ")]
        #expect(
            urls([.citation(key: "12-KH-LĐLĐ", issued: nil), .linkEnd], documents) == ["/van-ban/12-kh-ldld/"]
        )
        #expect(urls([.citation(key: "13-KH-LĐLĐ", issued: nil), .linkEnd], documents) == [nil])
    }

    @Test func theDayTellsApartThoseOfOneNumber() {
        let (first, second) = (
            CivilDate(year: 2024, month: 6, day: 1), CivilDate(year: 2023, month: 6, day: 1)
        )
        let documents = [
            document("a", "12/KH"), document("b", "12/KH", Sample.time(1, year: 2023)) { $0.slug = "cu" },
        ]
        func url(_ day: CivilDate?) -> String? {
            urls([.citation(key: "12-KH", issued: day), .linkEnd], documents)[0]
        }
        #expect(url(first) == "/van-ban/12-kh/")
        #expect(url(second) == "/van-ban/cu/")
        #expect(url(nil) == nil)
        #expect(url(CivilDate(year: 2022, month: 6, day: 1)) == nil)
    }

    @Test func whatIsNotShownIsNotLinked() {
        let documents = [document("a", "12/KH", Sample.time(25))]
        #expect(urls([.citation(key: "12-KH", issued: nil), .linkEnd], documents) == [nil])
    }

    @Test func linksBySourceAndByAddress() {
        let documents = [document("a", "12/KH")]
        func url(_ destination: String) -> String? {
            urls([.link(destination: destination, title: ""), .linkEnd], documents)[0]
        }
        #expect(url("../van-ban/a.md") == "/van-ban/12-kh/")
        #expect(url("/van-ban/12-kh/") == "/van-ban/12-kh/")
        #expect(url("/van-ban/") == "/van-ban/")
        #expect(url("/van-ban/loai/ke-hoach/") == "/van-ban/loai/ke-hoach/")
        #expect(url("/van-ban/nam/2024/") == "/van-ban/nam/2024/")
    }

    @Test func oldAddressesLeadToIt() {
        var news = newsroom([document("a", "12/KH") { $0.aliases = ["/vb.html"] }])
        news.addresses = [Address(id: "van-ban/a", url: "/van-ban/cu/")]
        let catalog = news.arranged()
        #expect(catalog.redirects.map(\.from) == ["/van-ban/cu/", "/vb.html"])
        #expect(catalog.redirects.allSatisfy { $0.to == "/van-ban/12-kh/" })
        #expect(catalog.newAddresses.contains(Address(id: "van-ban/a", url: "/van-ban/12-kh/")))
    }

    @Test func timeMakesNoErrors() {
        let article = Sample.article("tin/a.md") {
            $0.body = Body(links: ["/van-ban/co-quan/cong-doan/", "/van-ban/nam/2024/", "../van-ban/a.md"])
        }
        var news = newsroom([document("a", "12/KH", Sample.time(25))], [article])
        news.settings.identity.organization = "Công đoàn"
        #expect(!news.hasErrors(at: Sample.noon) && !news.hasErrors(at: Sample.time(26)))
    }
}
