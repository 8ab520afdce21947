import Diagnostics

// The English sentences of template problems; see `TemplateProblem+Words.swift`.
extension TemplateProblem {
    var englishSyntax: Words? {
        switch self {
        case .invalidUTF8: ("the template is not valid UTF-8 text", "save the file in UTF-8")
        case .unclosedDelimiter(let open): ("`\(open)` is never closed", "add `\(Self.closing(open))`")
        case .unclosedString:
            (
                "the string is not closed on this line",
                "add the closing quote; write `\\\"` for a quote in a string"
            )
        case .unclosedTag(let tag, let end): ("the tag `\(tag)` is never closed", "add `{% \(end) %}`")
        case .unexpectedTag(let tag, let inside?):
            ("`\(tag)` does not belong to the open `\(inside)`", "close `\(inside)` first or remove `\(tag)`")
        case .unexpectedTag(let tag, nil):
            ("`\(tag)` has no opening tag", "remove it or add the opening tag before it")
        case .unknownTag(let tag, let suggestion):
            (
                "there is no tag `\(tag)`",
                Self.didYouMean(suggestion, or: "see the list of tags in docs/templates.md")
            )
        case .unsupportedTag(let tag):
            (
                "this template language has no tag `\(tag)`",
                "use `set`, `macro` or `include`; see docs/templates.md"
            )
        case .unexpectedCharacter("}"):
            ("the tag is not closed as it was opened", "close it with `}}` or `%}`")
        case .unexpectedCharacter(let character):
            ("the character `\(character)` means nothing here", "text must stand in quotes")
        case .unexpected(let found, let expected):
            (
                found.isEmpty
                    ? "\(Self.english(expected)) is missing before the tag ends"
                    : "expected \(Self.english(expected)), found `\(found)`", nil
            )
        case .numberTooLarge: ("the number is too large", "the largest number is 9223372036854775807")
        case .decimalNumber:
            ("there are only whole numbers, no decimals", "write a whole number, or text in quotes")
        case .loopCondition: ("`for` has no `if` condition", "put `{% if %}` inside the loop")
        case .nestedTooDeep(let limit):
            (
                "nested more than \(limit) levels deep",
                "move some of it to a file of its own or a `set` variable"
            )
        case .duplicateBlock(let name):
            ("the block `\(name)` is defined twice in this file", "rename one of them")
        case .duplicateMacro(let name):
            ("the macro `\(name)` is defined twice in this file", "rename one of them")
        case .duplicateExtends: ("this file already has an `extends`", "keep one `{% extends %}`")
        case .duplicateParameter(let name): ("the parameter `\(name)` is repeated", "rename one of them")
        case .contentOutsideBlock:
            (
                "content outside of blocks is never shown, because this file has `extends`",
                "put it in a `{% block %}`"
            )
        default: nil
        }
    }

    private static func english(_ expected: Expected) -> String {
        switch expected {
        case .token(let token): "`\(token)`"
        case .expression: "a value"
        case .name: "a name"
        case .templateName: "a template name in quotes"
        case .endOfTag: "the end of the tag"
        }
    }

    var englishFiles: Words? {
        switch self {
        case .missingTemplate(let name, let suggestion):
            (
                "there is no template `\(name)`",
                Self.didYouMean(suggestion, or: "create the file in the theme's templates folder")
            )
        case .missingPageTemplate(let page, let template):
            (
                "the theme has no template `\(template)` for pages of the kind `\(page)`",
                "create `\(template)` in the theme's templates folder"
            )
        case .circle(let circle, let names):
            (
                "\(Self.english(circle)) in a circle: \(names.joined(separator: " → "))",
                circle == .extends
                    ? "name the parent theme's template in full, for example `sen/\(names.last.map(Self.base) ?? "")`"
                    : "remove one link of the circle"
            )
        case .missingFragment(let name, let suggestion):
            (
                "there is no fragment `\(name)`",
                Self.didYouMean(
                    suggestion, or: "create `fragments/\(name).html` in the theme's templates folder")
            )
        case .badFragmentName(let name):
            ("`\(name)` cannot be the name of a fragment", "use the letters a-z, digits and hyphens")
        case .fragmentInFragment(let name):
            (
                "the fragment `\(name)` stands inside of another one",
                "put the two side by side, or use `{% include %}`"
            )
        case .unknownBlock(let name, let suggestion):
            (
                "the parent template has no block `\(name)`",
                Self.didYouMean(suggestion, or: "use the name of a block of the parent")
            )
        case .superOutsideBlock: ("`super()` works only inside a block", "put it in a `{% block %}`")
        case .superWithoutParent(let name):
            ("no parent template has content for the block `\(name)`", "remove `super()`")
        default: nil
        }
    }

    private static func english(_ circle: Circle) -> String {
        switch circle {
        case .extends: "templates extend each other"
        case .include: "templates include each other"
        case .macro: "macros call each other"
        case .block: "blocks contain each other"
        }
    }

    var englishNames: Words? {
        switch self {
        case .unknownVariable(let name, let page, let suggestion):
            (
                "there is no variable `\(name)` on pages of the kind `\(page)`",
                Self.didYouMean(
                    suggestion, or: "if it may be missing, ask first: `{% if \(name) is defined %}`")
            )
        case .pageVariableInFragment(let name):
            (
                "a fragment does not see `\(name)`: it is the same on all pages",
                "use `{% include %}` instead of `{% fragment %}`"
            )
        case .unknownField(let name, let type, let suggestion):
            (
                "\(type.words(in: .english)) has no field `\(name)`",
                Self.didYouMean(suggestion, or: "see the fields in docs/templates.md")
            )
        case .fieldOfPlainValue(let name, let type):
            (
                "\(type.words(in: .english)) has no fields, so there is no `\(name)`",
                Self.filterHint(type, .english)
            )
        case .fieldOfOptional(_, let path):
            ("`\(path)` may be missing", "put it inside `{% if \(path) %}…{% endif %}`")
        case .unknownFilter(let name, let suggestion):
            (
                "there is no filter `\(name)`",
                Self.didYouMean(suggestion, or: "see the list of filters in docs/templates.md")
            )
        case .unknownTest(let name, let suggestion):
            (
                "there is no test `\(name)`",
                Self.didYouMean(suggestion, or: "see the list of tests in docs/templates.md")
            )
        case .unknownFunction(let name, let suggestion):
            (
                "there is no macro `\(name)`",
                Self.didYouMean(suggestion, or: "define it with `{% macro %}` or get it with `{% import %}`")
            )
        case .notAFunction: ("this value cannot be called", "only macros and `super()` take parentheses")
        case .macroWithoutCall(let name): ("`\(name)` is a macro, not a variable", "call it: `\(name)(…)`")
        default: nil
        }
    }

    var englishTypes: Words? {
        switch self {
        case .cannotPrint(let type):
            ("\(type.words(in: .english)) cannot be printed", Self.printHint(type, .english))
        case .notAList(let type): ("\(type.words(in: .english)) is not a list", nil)
        case .wrongOperand(let sign, let type, let expected):
            (
                "`\(sign)` needs \(expected.words(in: .english)), but this is \(type.words(in: .english))",
                Self.operandHint(sign, type, .english)
            )
        case .incomparable(let sign, let left, let right):
            ("`\(sign)` cannot compare \(left.words(in: .english)) with \(right.words(in: .english))", nil)
        case .optionalOperand(let path):
            ("`\(path)` may be missing", "put it inside `{% if %}` or write `(\(path) | default(…))`")
        case .mixedTypes(let left, let right):
            (
                "two values of different types: \(left.words(in: .english)) and \(right.words(in: .english))",
                "use the same type in both places"
            )
        case .wrongInput(let filter, let type, let accepted):
            (
                "the filter `\(filter)` needs \(accepted.words(in: .english)), but this is \(type.words(in: .english))",
                nil
            )
        case .wrongTestInput(let test, let type, let accepted):
            (
                "the test `\(test)` needs \(accepted.words(in: .english)), but this is \(type.words(in: .english))",
                nil
            )
        case .wrongArgument(let callee, let argument, let type, let expected):
            (
                "the argument `\(argument)` of `\(callee)` must be \(expected.words(in: .english)), but this is \(type.words(in: .english))",
                nil
            )
        case .missingArgument(let callee, let argument):
            ("`\(callee)` lacks the argument `\(argument)`", "write `\(callee)(\(argument)=…)`")
        case .unknownArgument(let callee, let argument, let suggestion):
            ("`\(callee)` has no argument `\(argument)`", Self.didYouMean(suggestion, or: nil))
        case .duplicateArgument(let callee, let argument):
            ("the argument `\(argument)` of `\(callee)` is given twice", "remove one of them")
        case .tooManyArguments(let callee, let limit):
            (
                limit == 0
                    ? "`\(callee)` takes no arguments"
                    : "`\(callee)` takes at most \(limit) argument\(limit == 1 ? "" : "s")",
                "remove what is too much"
            )
        case .literalNeeded(let callee, let argument):
            (
                "the argument `\(argument)` of `\(callee)` must be written out",
                "give a string or a number, not a variable"
            )
        case .divisionByZero: ("nothing can be divided by 0", "divide by another number")
        default: nil
        }
    }
}
