internal import Diagnostics
package import Model

/// What is said of a site outside its articles.
package struct SiteReading: Sendable {
    /// Defaults where site.yaml cannot be read.
    package var settings = Settings()
    /// What the theme declares for `params:`; nil when it cannot be read.
    package var parameters: [ParameterDeclaration]?
    /// The lines of addresses.csv that can be read.
    package var addresses: [Address] = []
    /// False when site.yaml itself cannot be read: the settings are defaults.
    package var isReadable = false

    package init() {}

    /// Reads site.yaml, the theme's declarations and addresses.csv in the folder `root`.
    package static func read(root: String, builtInThemes: [BuiltInFile]) -> SiteReading {
        var reading = SiteReading()
        do throws(SourceRefusal) {
            let site = try SiteFile(root: root)
            let (theme, _) = ThemeReader.read(
                site.theme.name, namedAt: site.theme.origin, root: root, builtIn: builtInThemes)
            let (settings, problems) = site.settings(theme?.settings)
            reading.settings = settings
            reading.parameters = theme?.params
            reading.isReadable = !problems.hasErrors
        } catch {
            reading.isReadable = false
        }
        do throws(SourceRefusal) {
            reading.addresses = try AddressBook.read(AddressBook.bytes(root: root)).0
        } catch {
            // A build names what cannot be read; here the rest is enough.
        }
        return reading
    }
}
