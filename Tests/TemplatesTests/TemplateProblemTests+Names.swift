extension TemplateProblemTests {
    static let names: [Case] = [
        Case(
            "{{ headin }}",
            [
                "1:4+6: there is no variable `headin` on pages of the kind `home` | did you mean `heading`?"
            ],
            [
                "1:4+6: không có biến `headin` trong trang `home` | ý bạn là `heading`?"
            ]),
        Case(
            "{{ xyzzy }}",
            [
                "1:4+5: there is no variable `xyzzy` on pages of the kind `home` | if it may be missing, ask first: `{% if xyzzy is defined %}`"
            ],
            [
                "1:4+5: không có biến `xyzzy` trong trang `home` | nếu biến có thể vắng, hỏi trước bằng `{% if xyzzy is defined %}`"
            ]),
        Case(
            "{{ site.titel }}",
            [
                "1:9+5: the object `site` has no field `titel` | did you mean `title`?"
            ],
            [
                "1:9+5: đối tượng `site` không có trường `titel` | ý bạn là `title`?"
            ]),
        Case(
            "{{ site.zzzzzz }}",
            [
                "1:9+6: the object `site` has no field `zzzzzz` | see the fields in docs/templates.md"
            ],
            [
                "1:9+6: đối tượng `site` không có trường `zzzzzz` | xem các trường trong docs/templates.md"
            ]),
        Case(
            "{{ heading.x }}",
            [
                "1:12+1: text has no fields, so there is no `x`"
            ],
            [
                "1:12+1: chữ không có trường nào, nên không có `x`"
            ]),
        Case(
            "{{ names.first }}",
            [
                "1:10+5: a list of text has no fields, so there is no `first` | use `{% for %}`, `[0]`, `| first` or `| length`"
            ],
            [
                "1:10+5: danh sách chữ không có trường nào, nên không có `first` | dùng `{% for %}`, `[0]`, `| first` hoặc `| length`"
            ]),
        Case(
            "{{ lead.title }}",
            [
                "1:4+4: `lead` may be missing | put it inside `{% if lead %}…{% endif %}`"
            ],
            [
                "1:4+4: `lead` có thể không có | đặt trong `{% if lead %}…{% endif %}`"
            ]),
        Case(
            "{% if lead %}{{ lead.image.src }}{% endif %}",
            [
                "1:17+10: `lead.image` may be missing | put it inside `{% if lead.image %}…{% endif %}`"
            ],
            [
                "1:17+10: `lead.image` có thể không có | đặt trong `{% if lead.image %}…{% endif %}`"
            ]),
        Case(
            "{{ heading | uper }}",
            [
                "1:14+4: there is no filter `uper` | did you mean `upper`?"
            ],
            [
                "1:14+4: không có bộ lọc `uper` | ý bạn là `upper`?"
            ]),
        Case(
            "{{ heading | zzzzz }}",
            [
                "1:14+5: there is no filter `zzzzz` | see the list of filters in docs/templates.md"
            ],
            [
                "1:14+5: không có bộ lọc `zzzzz` | xem danh sách bộ lọc trong docs/templates.md"
            ]),
        Case(
            "{{ count is od }}",
            [
                "1:13+2: there is no test `od` | did you mean `odd`?"
            ],
            [
                "1:13+2: không có phép thử `od` | ý bạn là `odd`?"
            ]),
        Case(
            "{{ count is zzzzz }}",
            [
                "1:13+5: there is no test `zzzzz` | see the list of tests in docs/templates.md"
            ],
            [
                "1:13+5: không có phép thử `zzzzz` | xem danh sách phép thử trong docs/templates.md"
            ]),
        Case(
            "{{ mm(1) }}{% macro m(a) %}{% endmacro %}",
            [
                "1:4+2: there is no macro `mm` | did you mean `m`?"
            ],
            [
                "1:4+2: không có macro `mm` | ý bạn là `m`?"
            ]),
        Case(
            "{{ zzzzzz(1) }}",
            [
                "1:4+6: there is no macro `zzzzzz` | define it with `{% macro %}` or get it with `{% import %}`"
            ],
            [
                "1:4+6: không có macro `zzzzzz` | định nghĩa bằng `{% macro %}` hoặc nhập bằng `{% import %}`"
            ]),
        Case(
            "{{ heading[0](1) }}",
            [
                "1:4+10: this value cannot be called | only macros and `super()` take parentheses"
            ],
            [
                "1:4+10: giá trị này không gọi được | chỉ macro và `super()` có dấu ngoặc tròn"
            ]),
        Case(
            "{{ m }}{% macro m(a) %}{% endmacro %}",
            [
                "1:4+1: `m` is a macro, not a variable | call it: `m(…)`"
            ],
            [
                "1:4+1: `m` là macro, không phải biến | gọi nó: `m(…)`"
            ]),
    ]
}
