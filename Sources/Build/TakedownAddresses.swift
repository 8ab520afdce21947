import Arrange
package import Content
package import Model

/// Where an article may stand in public/ when no build can tell.
package enum TakedownAddresses {
    /// The address that the article has and those that addresses.csv remembers, without those that were
    /// another's after that.
    package static func of(_ article: Article, _ site: SiteReading) -> [String] {
        let own = site.addresses.filter { $0.id.utf8.elementsEqual(article.id.utf8) }.map(\.url)
        let others = others(article, site)
        let current = site.isReadable ? ArticleAddress(site.settings).path(of: article) : nil
        let all = Set(own + [current].compactMap(\.self)).filter { address in
            !others.contains(address) || (address == current && own.contains(address))
        }
        return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The print versions of its pages at `addresses`, whether or not the site has any now.
    package static func prints(of addresses: [String], _ article: Article, _ site: SiteReading) -> [String] {
        let others = others(article, site)
        return addresses.map(site.settings.printAddress).filter { !others.contains($0) }
    }

    /// What belongs to others now, or did once.
    private static func others(_ article: Article, _ site: SiteReading) -> Set<String> {
        Set(site.addresses.filter { !$0.id.utf8.elementsEqual(article.id.utf8) }.map(\.url))
    }

    /// The page at `address` in public/.
    package static func file(of address: String) -> String { address.dropFirst() + "index.html" }
}
