// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    // Tests check exclusive access; in the release build the checks would take 2 % of the time.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the house: it may import what stands on lines below its own (docs/architecture.md).
func room(_ name: String, _ below: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: below, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "bantin",
    products: [.executable(name: "bantin", targets: ["bantin"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .executableTarget(
            name: "bantin",
            dependencies: [
                "Host", "Visits", "Build", "Preview", "Content", "Arrange", "Output", "Model",
                "VietnameseText", "Diagnostics",
                "Bytes", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        room(
            "Host",
            [
                "Visits", "Build", "Serving", "Output", "VietnameseText", "Model", "Diagnostics", "Bytes",
                "Files",
                "Threads",
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        // Preview keeps values of Build that hold values of rooms below: SwiftPM compiles it anew when those change only
        // if they are named here.
        room(
            "Preview",
            [
                "Build", "Serving", "Content", "Arrange", "Render", "Output", "Templates", "VietnameseText",
                "Model", "Diagnostics", "Bytes", "Files", "Threads",
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        room(
            "Visits",
            [
                "Build", "Output", "VietnameseText", "Model", "Diagnostics", "Bytes", "Files", "CZlib",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        room(
            "Build",
            [
                "Content", "Arrange", "Render", "Output", "Templates", "VietnameseText", "Model",
                "Diagnostics",
                "Bytes", "Files", "Threads", "CEmbedded",
            ]),
        room(
            "Content",
            ["Markdown", "VietnameseText", "Model", "Diagnostics", "Bytes", "Files", "Threads", "CYAML"]),
        room("Arrange", ["VietnameseText", "Model", "Diagnostics", "Bytes", "Threads"]),
        room("Render", ["Templates", "VietnameseText", "Model", "Diagnostics", "Bytes", "Threads"]),
        room("Output", ["Model", "Diagnostics", "Bytes", "Files", "Threads"]),
        room("Markdown", ["VietnameseText", "Model", "Diagnostics", "Bytes", "CCMark"]),
        room("Templates", ["Diagnostics", "Bytes"]),
        room("VietnameseText", ["Model", "Bytes"]),
        room("Model", ["Diagnostics", "Bytes"]),
        room("Diagnostics", []),
        room("Serving", []),
        room("Files", []),
        room("Bytes", ["CXXHash"]),
        room("Threads", []),
        .target(name: "CEmbedded", exclude: ["starter"]),
        .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("Files", []),
        tests("Bytes", []),
        tests("Threads", []),
        tests("Diagnostics", []),
        tests("Serving", []),
        tests("Model", []),
        tests("VietnameseText", ["Model", "TestSupport"]),
        tests("Templates", ["Diagnostics", "Bytes"]),
        tests("Markdown", ["VietnameseText", "Model", "Diagnostics", "Bytes", "CCMark", "TestSupport"]),
        tests("Content", ["VietnameseText", "Model", "Diagnostics", "Bytes", "TestSupport"]),
        tests("Arrange", ["VietnameseText", "Model", "Diagnostics", "Bytes"]),
        tests("Render", ["Templates", "Model", "Diagnostics", "Bytes"]),
        tests("Output", ["Model", "Diagnostics", "Bytes", "TestSupport"]),
        tests(
            "Visits",
            ["Model", "Diagnostics", "Bytes", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("Preview", ["Build", "Model", "Diagnostics"]),
        .testTarget(
            name: "DocsTests", dependencies: ["Build", "Content", "Render", "Templates", "Model"],
            swiftSettings: strict),
        tests(
            "Build",
            [
                "Content", "Render", "Output", "Templates", "VietnameseText", "Model", "Diagnostics", "Bytes",
                "TestSupport",
            ]),
    ]
)
