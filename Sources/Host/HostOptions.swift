package import Visits

/// What `bantin host` was asked for.
package struct HostOptions: Sendable {
    package var address = "127.0.0.1"
    package var port = 8090
    /// The folder that is served.
    package var publicFolder: String
    /// Whose word on the reader's address is believed.
    package var trustedProxies: [NetworkRange] = []
    /// Whether the portal is built anew when something falls due.
    package var builds = true

    package init(publicFolder: String) { self.publicFolder = publicFolder }
}
