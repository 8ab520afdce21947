import Testing

/// What each construct of the language writes.
struct LanguageTests {
    @Test(arguments: [
        ("{{ heading }}", "Chào"),
        ("a{{ 1 + 2 * 3 }}b", "a7b"),
        ("{{ (1 + 2) * 3 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 - 10 }}", "9 3 -4 2 -3"),
        ("{{ count // (count - count) }}", "0"),
        ("{{ 'a' ~ 1 ~ heading }}", "a1Chào"),
        ("{{ \"<\" ~ ('<b>' | safe) }}", "&lt;<b>"),
        ("{{ '<a href=\"x\">' }}", "&lt;a href=&quot;x&quot;&gt;"),
        ("{{ 'it\\'s' }}", "it&#39;s"),
        ("{{ '<i>' | safe }}", "<i>"),
        ("{% if count > 3 %}lớn{% elif count == 3 %}ba{% else %}nhỏ{% endif %}", "lớn"),
        ("{% if count < 3 %}a{% elif count == 5 %}b{% else %}c{% endif %}", "b"),
        ("{% if not flag %}a{% else %}b{% endif %}", "b"),
        ("{{ 'x' if flag }}{{ 'y' if not flag }}{{ 'a' if not flag else 'b' }}", "xb"),
        (
            "{% for n in names %}{{ loop.index }}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1An, 2Bình, 3Chi"
        ),
        ("{% for n in names | skip(3) %}{{ n }}{% else %}không{% endfor %}", "không"),
        (
            "{% for n in names %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }}{{ '*' if loop.first }} {% endfor %}",
            "0323* 1213 2103 "
        ),
        (
            "{% for n in [1, 2] %}{% set outer = loop %}{% for m in ['a', 'b'] %}{{ outer.index }}{{ m }}{{ loop.index }} {% endfor %}{% endfor %}",
            "1a1 1b2 2a1 2b2 "
        ),
        ("{% set x = 'a' %}{% for n in names %}{% set x = n %}{{ x }}{% endfor %}{{ x }}", "AnBìnhChia"),
        ("{% if flag %}{% set x = 'a' %}{% else %}{% set x = 'b' %}{% endif %}{{ x }}", "a"),
        ("{% set x = 'o' %}{% if not flag %}{% set x = 'a' %}{% endif %}{{ x }}", "o"),
        ("{% if not flag %}{% set x = heading %}{% endif %}[{{ x }}]", "[]"),
        ("{% set x = lead %}{% if x %}{{ x.title }}{% endif %}", "Đại hội &quot;Đoàn&quot; &amp; &lt;b&gt;"),
        ("{{ names[0] }}{{ names[-1] }}{{ names[9] }}", "AnChi"),
        ("{{ names | first }}{{ names | last }}{{ names | length }}", "AnChi3"),
        ("{{ names | reverse | join(', ') }}", "Chi, Bình, An"),
        ("{{ names | limit(2) | join }}", "AnBình"),
        ("{{ note }}|{{ note | upper }}|{{ note | default('không') }}", "||không"),
        ("{{ 'An' in names }}", "error"),
        ("{% if 'An' in names and 'X' not in names %}có{% endif %}", "có"),
        ("{% if 'hà' in heading %}có{% endif %}{% if 'x' in heading %}sai{% endif %}", "có"),
        (
            "{% if count is odd and count is not even and count is divisibleby(5) and 6 is divisibleby 3 %}đúng{% endif %}",
            "đúng"
        ),
        ("{% if nothing is defined %}{{ nothing.really }}{% else %}không{% endif %}", "không"),
        ("{% if heading is defined %}có{% else %}{{ wrong }}{% endif %}", "có"),
        ("{% if names is empty %}a{% elif '' is empty %}b{% endif %}", "b"),
        (
            "{% if note is none %}không{% endif %}{% if lead is not none %}{{ lead.views }}{% endif %}",
            "không7"
        ),
        ("{% raw %}{{ x }} {% if %}{% endraw %}", "{{ x }} {% if %}"),
        ("a{# {{ x }} #}b", "ab"),
        (
            "{% for l in ' một \\n\\n hai' | lines %}[{{ l }}]{% endfor %}{{ '' | lines | length }}",
            "[một][hai]0"
        ),
        ("{{ 'đại hội' | upper }} {{ 'ĐẠI' | lower }} {{ 'ất cả' | capitalize }}", "ĐẠI HỘI đại Ất cả"),
        (
            "{{ '  a b ' | trim }}|{{ 'một hai ba bốn' | truncate(9) }}|{{ 'abcdef' | truncate(4, end='') }}",
            "a b|một hai…|abcd"
        ),
        ("{{ 'aXbX' | replace('X', '--') }} {{ 'Đ a/b' | urlencode }}", "a--b-- %C4%90%20a/b"),
        ("{{ '<p>a &amp; <b>b</b></p><!-- x --> c' | striptags }}", "a &amp; b c"),
        (
            "{{ '</script>&\\'\"' | json }} {{ names | json }} {{ note | json }} {{ flag | json }} {{ 3 | json }}",
            "\"\\u003C/script\\u003E\\u0026\\u0027\\\"\" [\"An\",\"Bình\",\"Chi\"] null true 3"
        ),
        ("{{ -5 | abs }} {{ 'Chào' | length }}", "5 4"),
        ("{{ '<' | escape }}", "&lt;"),
        ("{{ note or heading }} {{ flag and heading }}", "Chào Chào"),
        ("{% if lead and lead.image and lead.image.src == '/a.jpg' %}ảnh{% endif %}", "ảnh"),
        ("{{ lead.title if lead else '' }}", "Đại hội &quot;Đoàn&quot; &amp; &lt;b&gt;"),
        (
            "{% if lead %}{{ lead.body }}{{ lead.date | days }}{{ lead.date | stamp('<') }}{% endif %}",
            "<p>một</p>1&lt;86400"
        ),
        ("{{ none }}{{ true | json }}", "true"),
    ])
    func writes(_ template: String, _ expected: String) {
        let out = home(template)
        if expected == "error" { #expect(out.contains("error:")) } else { #expect(out == expected) }
    }
}
