extension TemplateProblemTests {
    static let syntax: [Case] = [
        Case(
            "{{ heading",
            [
                "1:1+2: `{{` is never closed | add `}}`"
            ],
            [
                "1:1+2: `{{` chưa được đóng | thêm `}}`"
            ]),
        Case(
            "{% if flag",
            [
                "1:1+2: `{%` is never closed | add `%}`"
            ],
            [
                "1:1+2: `{%` chưa được đóng | thêm `%}`"
            ]),
        Case(
            "a {# x",
            [
                "1:3+2: `{#` is never closed | add `#}`"
            ],
            [
                "1:3+2: `{#` chưa được đóng | thêm `#}`"
            ]),
        Case(
            "{{ 'abc }}",
            [
                #"1:4+1: the string is not closed on this line | add the closing quote; write `\"` for a quote in a string"#
            ],
            [
                #"1:4+1: chuỗi chưa được đóng trên dòng này | thêm dấu nháy đóng; trong chuỗi viết `\"` cho dấu nháy"#
            ]),
        Case(
            "{{ \"a\n\" }}",
            [
                #"1:4+1: the string is not closed on this line | add the closing quote; write `\"` for a quote in a string"#
            ],
            [
                #"1:4+1: chuỗi chưa được đóng trên dòng này | thêm dấu nháy đóng; trong chuỗi viết `\"` cho dấu nháy"#
            ]),
        Case(
            "{% if flag %}a",
            [
                "1:1+13: the tag `if` is never closed | add `{% endif %}`"
            ],
            [
                "1:1+13: thẻ `if` chưa được đóng | thêm `{% endif %}`"
            ]),
        Case(
            "{% for n in names %}{{ n }}",
            [
                "1:1+20: the tag `for` is never closed | add `{% endfor %}`"
            ],
            [
                "1:1+20: thẻ `for` chưa được đóng | thêm `{% endfor %}`"
            ]),
        Case(
            "{% block a %}",
            [
                "1:1+13: the tag `block` is never closed | add `{% endblock %}`"
            ],
            [
                "1:1+13: thẻ `block` chưa được đóng | thêm `{% endblock %}`"
            ]),
        Case(
            "{% macro m() %}",
            [
                "1:1+15: the tag `macro` is never closed | add `{% endmacro %}`"
            ],
            [
                "1:1+15: thẻ `macro` chưa được đóng | thêm `{% endmacro %}`"
            ]),
        Case(
            "{% raw %} x",
            [
                "1:1+9: the tag `raw` is never closed | add `{% endraw %}`"
            ],
            [
                "1:1+9: thẻ `raw` chưa được đóng | thêm `{% endraw %}`"
            ]),
        Case(
            "{% if flag %}{% for n in names %}{% endif %}",
            [
                "1:14+20: the tag `for` is never closed | add `{% endfor %}`"
            ],
            [
                "1:14+20: thẻ `for` chưa được đóng | thêm `{% endfor %}`"
            ]),
        Case(
            "{% endif %}",
            [
                "1:4+5: `endif` has no opening tag | remove it or add the opening tag before it"
            ],
            [
                "1:4+5: `endif` không có thẻ mở | bỏ nó hoặc thêm thẻ mở phía trước"
            ]),
        Case(
            "{% for n in names %}{% endif %}{% endfor %}",
            [
                "1:24+5: `endif` does not belong to the open `for` | close `for` first or remove `endif`"
            ],
            [
                "1:24+5: `endif` không thuộc về `for` đang mở | đóng `for` trước hoặc bỏ `endif`"
            ]),
        Case(
            "{% else %}",
            [
                "1:4+4: `else` has no opening tag | remove it or add the opening tag before it"
            ],
            [
                "1:4+4: `else` không có thẻ mở | bỏ nó hoặc thêm thẻ mở phía trước"
            ]),
        Case(
            "{% fro n in names %}",
            [
                "1:4+3: there is no tag `fro` | did you mean `for`?"
            ],
            [
                "1:4+3: không có thẻ `fro` | ý bạn là `for`?"
            ]),
        Case(
            "{% xyz %}",
            [
                "1:4+3: there is no tag `xyz` | see the list of tags in docs/templates.md"
            ],
            [
                "1:4+3: không có thẻ `xyz` | xem danh sách thẻ trong docs/templates.md"
            ]),
        Case(
            "{% call x() %}",
            [
                "1:4+4: this template language has no tag `call` | use `set`, `macro` or `include`; see docs/templates.md"
            ],
            [
                "1:4+4: ngôn ngữ mẫu này không có thẻ `call` | dùng `set`, `macro` hoặc `include`; xem docs/templates.md"
            ]),
        Case(
            "{{ a ? b }}",
            [
                "1:6+1: the character `?` means nothing here | text must stand in quotes"
            ],
            [
                "1:6+1: ký tự `?` không có nghĩa ở đây | chữ phải đặt trong dấu nháy"
            ]),
        Case(
            "{{ }}",
            [
                "1:4+2: a value is missing before the tag ends"
            ],
            [
                "1:4+2: thiếu một giá trị trước khi thẻ kết thúc"
            ]),
        Case(
            "{% if %}a{% endif %}",
            [
                "1:7+2: a value is missing before the tag ends"
            ],
            [
                "1:7+2: thiếu một giá trị trước khi thẻ kết thúc"
            ]),
        Case(
            "{{ 1 2 }}",
            [
                "1:6+1: expected the end of the tag, found `2`"
            ],
            [
                "1:6+1: cần kết thúc thẻ, nhưng gặp `2`"
            ]),
        Case(
            "{% for 1 in names %}{% endfor %}",
            [
                "1:8+1: expected a name, found `1`"
            ],
            [
                "1:8+1: cần một tên, nhưng gặp `1`"
            ]),
        Case(
            "{% for n of names %}{% endfor %}",
            [
                "1:10+2: expected `in`, found `of`"
            ],
            [
                "1:10+2: cần `in`, nhưng gặp `of`"
            ]),
        Case(
            "{% include heading %}",
            [
                "1:12+7: expected a template name in quotes, found `heading`"
            ],
            [
                "1:12+7: cần tên mẫu trong dấu nháy, nhưng gặp `heading`"
            ]),
        Case(
            "{% set x 1 %}",
            [
                "1:10+1: expected `=`, found `1`"
            ],
            [
                "1:10+1: cần `=`, nhưng gặp `1`"
            ]),
        Case(
            "{{ (1 }}",
            [
                "1:7+2: `)` is missing before the tag ends"
            ],
            [
                "1:7+2: thiếu `)` trước khi thẻ kết thúc"
            ]),
        Case(
            "{{ 99999999999999999999 }}",
            [
                "1:4+20: the number is too large | the largest number is 9223372036854775807"
            ],
            [
                "1:4+20: số quá lớn | số lớn nhất là 9223372036854775807"
            ]),
        Case(
            "{{ 1.5 }}",
            [
                "1:4+3: there are only whole numbers, no decimals | write a whole number, or text in quotes"
            ],
            [
                "1:4+3: chỉ có số nguyên, không có số thập phân | viết số nguyên, hoặc chữ trong dấu nháy"
            ]),
        Case(
            "{% for n in names if n %}{% endfor %}",
            [
                "1:19+2: `for` has no `if` condition | put `{% if %}` inside the loop"
            ],
            [
                "1:19+2: `for` không có điều kiện `if` | đặt `{% if %}` bên trong vòng lặp"
            ]),
        Case(
            "{% block a %}{% endblock %}{% block a %}{% endblock %}",
            [
                "1:37+1: the block `a` is defined twice in this file | rename one of them"
            ],
            [
                "1:37+1: khối `a` được định nghĩa hai lần trong tệp này | đổi tên một khối"
            ]),
        Case(
            "{% macro m() %}{% endmacro %}{% macro m() %}{% endmacro %}",
            [
                "1:39+1: the macro `m` is defined twice in this file | rename one of them"
            ],
            [
                "1:39+1: macro `m` được định nghĩa hai lần trong tệp này | đổi tên một macro"
            ]),
        Case(
            "{% macro m(a, a) %}{% endmacro %}",
            [
                "1:15+1: the parameter `a` is repeated | rename one of them"
            ],
            [
                "1:15+1: tham số `a` lặp lại | đổi tên một tham số"
            ]),
        Case(
            "{% include 'x/y/z.html' %}",
            [
                "1:12+12: there is no template `x/y/z.html` | create the file in the theme's templates folder"
            ],
            [
                "1:12+12: không có mẫu `x/y/z.html` | tạo tệp đó trong thư mục templates của giao diện"
            ]),
        Case(
            "{% include 'hone.html' %}",
            [
                "1:12+11: there is no template `hone.html` | did you mean `home.html`?"
            ],
            [
                "1:12+11: không có mẫu `hone.html` | ý bạn là `home.html`?"
            ]),
        Case(
            "{% include 'home.html' %}",
            [
                "1:12+11: templates include each other in a circle: home.html → home.html | remove one link of the circle"
            ],
            [
                "1:12+11: `include` chạy vòng tròn: home.html → home.html | bỏ một mắt xích của vòng"
            ]),
        Case(
            "{% extends 'home.html' %}",
            [
                "1:12+11: templates extend each other in a circle: sen/home.html → sen/home.html | name the parent theme's template in full, for example `sen/home.html`"
            ],
            [
                "1:12+11: `extends` chạy vòng tròn: sen/home.html → sen/home.html | gọi mẫu của giao diện gốc bằng tên đủ, ví dụ `sen/home.html`"
            ]),
        Case(
            "{{ super() }}",
            [
                "1:4+7: `super()` works only inside a block | put it in a `{% block %}`"
            ],
            [
                "1:4+7: `super()` chỉ dùng được trong khối | đưa nó vào một `{% block %}`"
            ]),
        Case(
            "{% block a %}{{ super() }}{% endblock %}",
            [
                "1:17+7: no parent template has content for the block `a` | remove `super()`"
            ],
            [
                "1:17+7: không mẫu gốc nào có nội dung cho khối `a` | bỏ `super()`"
            ]),
        Case(
            "{{ m(1) }}{% macro m(a) %}{{ m(a) }}{% endmacro %}",
            [
                "1:30+1: macros call each other in a circle: m → m | remove one link of the circle"
            ],
            [
                "1:30+1: lời gọi macro chạy vòng tròn: m → m | bỏ một mắt xích của vòng"
            ]),
    ]
}
