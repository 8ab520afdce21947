import Bytes
import Diagnostics
import Model

extension LinkResolver {
    /// Resolves what site.yaml names: menus, links, banners, logo.
    mutating func fillFurniture(_ catalog: inout Catalog) {
        catalog.menus = settings.menus.map { CatalogMenu(name: $0.name, items: menuItems($0.items)) }
        catalog.links = settings.links.map { CatalogLinkGroup(title: $0.title, items: menuItems($0.items)) }
        catalog.slogans = settings.slogans.filter { $0.window.contains(catalog.moment) }.map(\.text)
        catalog.banners = banners(at: catalog.moment)
        let identity = settings.identity
        let place = Place(file: "site.yaml")
        if !identity.logo.isEmpty { catalog.logo = siteFile(identity.logo, place).url }
        catalog.favicon = favicon.map { settings.url("/" + $0) } ?? ""
        if !identity.feedback.isEmpty { catalog.feedback = siteLink(identity.feedback, place) ?? "" }
    }

    /// Items whose target is not shown now are left out with their children, which are checked all the same.
    private mutating func menuItems(_ items: [MenuItem]) -> [CatalogLink] {
        items.compactMap { item in
            let url = siteLink(item.target, item.place)
            let children = menuItems(item.children)
            return url.map { CatalogLink(title: item.title, url: $0, children: children) }
        }
    }

    /// The banners to be shown at `moment`; those that wait for their time are checked as if it had come.
    private mutating func banners(at moment: Timestamp) -> [CatalogBanner] {
        var shown: [CatalogBanner] = []
        for banner in settings.banners {
            if banner.window.contains(moment) {
                shown.append(self.banner(banner))
            } else if let from = banner.window.from, moment < from {
                rehearse { _ = $0.banner(banner) }
            }
        }
        return shown
    }

    private mutating func banner(_ banner: Banner) -> CatalogBanner {
        let found = siteFile(banner.image, banner.place)
        let image = CatalogImage(url: found.url, alt: banner.alt, caption: "", size: found.size)
        return CatalogBanner(
            slot: banner.slot, image: image, url: siteLink(banner.target, banner.place) ?? "")
    }

    private mutating func siteFile(_ path: String, _ place: Place) -> (url: String, size: ImageSize?) {
        picture(path, LinkPlace(place: place, base: .root))
    }

    /// site.yaml has no anchors: a bare `#…` means the page it is shown on.
    private mutating func siteLink(_ target: String, _ place: Place) -> String? {
        if target.utf8.first == UInt8(ascii: "#") { return target }
        return link(target, ownAnchors: [], LinkPlace(place: place, base: .root))
    }
}
