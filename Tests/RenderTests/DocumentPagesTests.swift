import Bytes
import Model
import Render
import Testing

@Suite struct DocumentPagesTests {
    private static func catalog(documents count: Int) -> Catalog {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.documents = (0..<count).map { index in
            var source = OfficialDocument()
            source.number = "\(count - index)/KH"
            source.abstract = "Về <việc> \(index)"
            source.issued = SampleCatalog.moment(2024, 6, 19)
            return CatalogDocument(source: source, url: "/van-ban/\(index)/", status: .inForce)
        }
        var all = CatalogDocumentList(kind: .all, title: "", url: "/van-ban/")
        all.documents = (0..<Int32(count)).map { $0 }
        catalog.documentLists = [all]
        return catalog
    }

    private static func render(_ path: String, _ catalog: Catalog, _ templates: [String: String] = [:])
        -> String?
    {
        let plan = SampleCatalog.plan(of: catalog, templates)
        guard let entry = plan.entries.first(where: { $0.path == path }) else { return nil }
        var buffer = ByteBuffer()
        plan.makeRenderer().append(entry, to: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    @Test func everyDocumentAndListHasPages() {
        let paths = SampleCatalog.plan(of: Self.catalog(documents: 23)).entries.map(\.path)
        #expect(paths.filter { $0.hasPrefix("van-ban/") && $0.hasSuffix("/index.html") }.count == 23 + 3)
        #expect(paths.contains("van-ban/index.html") && paths.contains("van-ban/trang/3/index.html"))
        #expect(!paths.contains("van-ban/trang/4/index.html"))
        #expect(paths.contains("van-ban/danh-sach.json"))
    }

    @Test func withoutDocumentsThereIsNothing() {
        let paths = SampleCatalog.plan(of: SampleCatalog.make(articles: 1)).entries.map(\.path)
        #expect(!paths.contains { $0.hasPrefix("van-ban") || $0.hasPrefix("anh") })
    }

    @Test func aPageOfTheListHoldsItsDocuments() {
        let template =
            "{% for d in pager.documents %}{{ d.number }} {% endfor %}{{ pager.number }}/{{ pager.total_pages }} "
            + "{{ pager.total }}{% for a in pager.items %}!{% endfor %}"
        let page = Self.render(
            "van-ban/trang/3/index.html", Self.catalog(documents: 23), ["documents.html": template])
        #expect(page == "3/KH 2/KH 1/KH 3/3 23")
    }

    @Test func theIndexIsJSON() {
        let index = Self.render("van-ban/danh-sach.json", Self.catalog(documents: 2))
        #expect(
            index == """
                [
                {"number": "2/KH", "type": "", "abstract": "Về \\u003Cviệc\\u003E 0", "issuer": "", \
                "issued": "19/06/2024", "status": "in_force", "url": "/van-ban/0/"},
                {"number": "1/KH", "type": "", "abstract": "Về \\u003Cviệc\\u003E 1", "issuer": "", \
                "issued": "19/06/2024", "status": "in_force", "url": "/van-ban/1/"}
                ]

                """)
    }

    @Test func searchEnginesAreTold() {
        let sitemap = Self.render("sitemap.xml", Self.catalog(documents: 1)) ?? ""
        #expect(sitemap.contains("<loc>https://a.example/van-ban/</loc>"))
        #expect(
            sitemap.contains(
                "<loc>https://a.example/van-ban/0/</loc><lastmod>2024-06-19T08:00:00+07:00</lastmod>"))
    }

    @Test func albumsHavePhotosAndCovers() {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.albums = (0..<2).map { index in
            var source = Album()
            source.title = "Album \(index)"
            var album = CatalogAlbum(source: source, url: "/anh/\(index)/")
            album.photos = (0...index).map {
                CatalogImage(
                    url: "/anh/\(index)/\($0).jpg", alt: "a\($0)", caption: "",
                    size: ImageSize(width: 3, height: 2))
            }
            album.cover = album.photos.last
            return album
        }
        let template =
            "{% if album.cover %}{{ album.cover.url }}{% endif %} "
            + "{% for p in album.photos %}{{ p.url }} {{ p.width }} {% endfor %}"
        let page = Self.render("anh/1/index.html", catalog, ["album.html": template])
        #expect(page == "/anh/1/1.jpg /anh/1/0.jpg 3 /anh/1/1.jpg 3 ")
        let library = Self.render(
            "anh/index.html", catalog,
            ["albums.html": "{% for a in pager.albums %}{{ a.title }}, {{ a.count }}; {% endfor %}"])
        #expect(library == "Album 0, 1; Album 1, 2; ")
    }
}
