import Arrange
import Diagnostics
import Model
import Testing

@Suite struct FurnitureTests {
    private let place = Place(file: "site.yaml", line: 5)

    private func item(_ target: String, children: [MenuItem] = []) -> MenuItem {
        MenuItem(title: "Mục", target: target, children: children, place: place)
    }

    private func news(_ items: [MenuItem], _ change: (inout Newsroom) -> Void = { _ in }) -> Newsroom {
        var news = Newsroom.ofEveryState
        news.pages = [Sample.page("gioi-thieu")]
        news.files += [Sample.file("tep.pdf")]
        news.settings.menus = [Menu(name: "main", items: items)]
        change(&news)
        return news
    }

    @Test(arguments: [
        ("tin-tuc", "/tin-tuc/"), ("tin-tuc/", "/tin-tuc/"), ("/tin-tuc/", "/tin-tuc/"), ("/", "/"),
        ("trang/gioi-thieu.md", "/gioi-thieu/"), ("/gioi-thieu/", "/gioi-thieu/"),
        ("gioi-thieu", "/gioi-thieu/"),
        ("https://x.vn/", "https://x.vn/"), ("mailto:a@x.vn", "mailto:a@x.vn"), ("", ""), ("#cuoi", "#cuoi"),
        ("tin-tuc/published/index.md", "/tin-tuc/2024/06/published/"), ("the/doan", "/the/doan/"),
        ("ngay/2024/", "/ngay/2024/"), ("tep.pdf", "/tep.pdf"),
    ])
    func targets(target: String, url: String) {
        let catalog = news([item(target)]).arranged()
        #expect(catalog.menus.map(\.name) == ["main"])
        #expect(catalog.menus[0].items.map(\.url) == [url] && catalog.menus[0].items[0].title == "Mục")
        #expect(news([item(target)]).report() == "")
    }

    @Test func childrenStandBelowTheirItem() {
        let menu = news([item("tin-tuc", children: [item("trang/gioi-thieu.md"), item("tep.pdf")])])
            .arranged().menus[0]
        #expect(menu.items[0].children.map(\.url) == ["/gioi-thieu/", "/tep.pdf"])
    }

    @Test(arguments: ["tin-tuc/scheduled/index.md", "tin-tuc/withdrawn/index.md", "ngay/2024/06/20/"])
    func whatIsNotShownNowIsLeftOut(target: String) {
        let news = news([item(target, children: [item("tin-tuc")]), item("/")])
        #expect(news.arranged().menus[0].items.map(\.url) == ["/"])
        #expect(!news.hasErrors(at: Sample.noon))
    }

    @Test func childrenOfWhatIsNotShownAreCheckedAllTheSame() {
        let news = news([item("tin-tuc/scheduled/index.md", children: [item("khong-co")])])
        #expect(
            news.report() == """
                site.yaml:5: error: a link to `khong-co`, but there is no such article, page or file
                  remedy: mend the path or remove the link
                site.yaml:5: note: content/tin-tuc/scheduled/index.md is not due yet, \
                so the link is shown as plain text for now

                """)
    }

    @Test func brokenTargetsAreErrors() {
        #expect(
            news([item("tin-tcu")]).report() == """
                site.yaml:5: error: a link to `tin-tcu`, but there is no such article, page or file
                  remedy: did you mean `/tin-tuc`?

                """)
    }

    @Test func groupsOfLinks() {
        let groups = news([]) {
            $0.settings.links = [
                LinkGroup(title: "Liên kết", items: [item("https://x.vn"), item("tep.pdf")])
            ]
        }
        let links = groups.arranged().links
        #expect(
            links.map(\.title) == ["Liên kết"] && links[0].items.map(\.url) == ["https://x.vn", "/tep.pdf"])
    }

    @Test func slogansHaveTheirTime() {
        let windows = [
            Window(), Window(from: Sample.time(20)), Window(until: Sample.noon), Window(from: Sample.noon),
            Window(from: Sample.time(1), until: Sample.time(30)),
        ]
        let strip = news([]) {
            $0.settings.slogans = windows.enumerated().map { Slogan(text: "\($0)", window: $1) }
        }
        #expect(strip.arranged().slogans == ["0", "3", "4"])
    }

    // MARK: Banners

    private func banner(_ image: String, _ target: String, _ window: Window = Window()) -> Banner {
        Banner(slot: "top", image: image, alt: "Chào mừng", target: target, window: window, place: place)
    }

    @Test(arguments: ["anh/b.png", "/anh/b.png"]) func aBannerIsAPictureWithALink(image: String) {
        let news = news([]) {
            $0.files.append(Sample.file("anh/b.png", image: ImageSize(width: 900, height: 90)))
            $0.settings.banners = [banner(image, "tin-tuc"), banner(image, "", Window(until: Sample.noon))]
        }
        let banners = news.arranged().banners
        #expect(banners.map(\.slot) == ["top"] && banners.map(\.url) == ["/tin-tuc/"])
        #expect(banners[0].image.url == "/anh/b.png" && banners[0].image.alt == "Chào mừng")
        #expect(banners[0].image.size == ImageSize(width: 900, height: 90))
        #expect(news.report() == "")
    }

    @Test func aBannerThatWaitsIsCheckedNow() {
        let waiting = news([]) {
            $0.settings.checks.files = .error
            $0.settings.banners = [banner("khong.png", "khong-co", Window(from: Sample.time(25)))]
        }
        #expect(waiting.arranged().banners.isEmpty)
        #expect(
            waiting.report() == """
                site.yaml:5: error: a link to `khong-co`, but there is no such article, page or file
                  remedy: mend the path or remove the link
                site.yaml:5: error: there is no file `khong.png` in content/
                  remedy: copy the file there or mend the path

                """)
        let over = news([]) {
            $0.settings.banners = [banner("khong.png", "khong-co", Window(until: Sample.noon))]
        }
        #expect(over.report() == "")
    }

    // MARK: Identity

    @Test func logoFaviconAndFeedback() {
        let catalog = news([]) {
            $0.files += ["anh/logo.svg", "favicon.ico", "favicon.svg"].map { Sample.file($0) }
            $0.settings.url = SiteURL(origin: "https://cd.vn", basePath: "/khoi/")
            $0.settings.identity.logo = "anh/logo.svg"
            $0.settings.identity.feedback = "trang/gioi-thieu.md"
        }.arranged()
        #expect(catalog.logo == "/khoi/anh/logo.svg" && catalog.favicon == "/khoi/favicon.svg")
        #expect(catalog.feedback == "/khoi/gioi-thieu/")
    }

    @Test func noneOfThem() {
        let catalog = news([]).arranged()
        #expect(
            catalog.logo == "" && catalog.favicon == "" && catalog.feedback == "" && news([]).report() == "")
    }

    @Test func aMissingLogo() {
        let news = news([]) {
            $0.settings.identity.logo = "logo.png"
            $0.settings.identity.feedback = "mailto:a@x.vn"
        }
        #expect(news.arranged().logo == "/logo.png" && news.arranged().feedback == "mailto:a@x.vn")
        #expect(
            news.report() == """
                site.yaml: warning: there is no file `logo.png` in content/
                  remedy: copy the file there or mend the path

                """)
    }
}
