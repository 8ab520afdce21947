// The files inside the program. A new file needs three lines below and one in the table; a test compares
// the table with the folders, names and bytes.

#include "CEmbedded.h"

// `#embed` is C23; clang takes it in older C too, with a warning.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t starter_gitignore[] = {
#embed "starter/.gitignore"
};
static const uint8_t starter_content_tin_tuc_index_md[] = {
#embed "starter/content/tin-tuc/_index.md"
};
static const uint8_t starter_content_tin_tuc_hoi_nghi_nguoi_lao_dong_md[] = {
#embed "starter/content/tin-tuc/hoi-nghi-nguoi-lao-dong.md"
};
static const uint8_t starter_content_tin_tuc_ke_hoach_hien_mau_md[] = {
#embed "starter/content/tin-tuc/ke-hoach-hien-mau.md"
};
static const uint8_t starter_content_tin_tuc_tu_sach_dung_chung_md[] = {
#embed "starter/content/tin-tuc/tu-sach-dung-chung.md"
};
static const uint8_t starter_content_trang_gioi_thieu_md[] = {
#embed "starter/content/trang/gioi-thieu.md"
};
static const uint8_t starter_site_yaml[] = {
#embed "starter/site.yaml"
};
static const uint8_t sen_assets_css_sen_css[] = {
#embed "../../themes/sen/assets/css/sen.css"
};
static const uint8_t sen_assets_js_album_js[] = {
#embed "../../themes/sen/assets/js/album.js"
};
static const uint8_t sen_assets_js_documents_js[] = {
#embed "../../themes/sen/assets/js/documents.js"
};
static const uint8_t sen_assets_js_fragments_js[] = {
#embed "../../themes/sen/assets/js/fragments.js"
};
static const uint8_t sen_assets_js_sen_js[] = {
#embed "../../themes/sen/assets/js/sen.js"
};
static const uint8_t sen_assets_js_visits_js[] = {
#embed "../../themes/sen/assets/js/visits.js"
};
static const uint8_t sen_templates_404_html[] = {
#embed "../../themes/sen/templates/404.html"
};
static const uint8_t sen_templates_album_html[] = {
#embed "../../themes/sen/templates/album.html"
};
static const uint8_t sen_templates_albums_html[] = {
#embed "../../themes/sen/templates/albums.html"
};
static const uint8_t sen_templates_article_html[] = {
#embed "../../themes/sen/templates/article.html"
};
static const uint8_t sen_templates_base_html[] = {
#embed "../../themes/sen/templates/base.html"
};
static const uint8_t sen_templates_category_html[] = {
#embed "../../themes/sen/templates/category.html"
};
static const uint8_t sen_templates_day_html[] = {
#embed "../../themes/sen/templates/day.html"
};
static const uint8_t sen_templates_document_html[] = {
#embed "../../themes/sen/templates/document.html"
};
static const uint8_t sen_templates_documents_html[] = {
#embed "../../themes/sen/templates/documents.html"
};
static const uint8_t sen_templates_fragments_archive_html[] = {
#embed "../../themes/sen/templates/fragments/archive.html"
};
static const uint8_t sen_templates_fragments_documents_html[] = {
#embed "../../themes/sen/templates/fragments/documents.html"
};
static const uint8_t sen_templates_fragments_latest_html[] = {
#embed "../../themes/sen/templates/fragments/latest.html"
};
static const uint8_t sen_templates_fragments_most_read_html[] = {
#embed "../../themes/sen/templates/fragments/most-read.html"
};
static const uint8_t sen_templates_fragments_tags_html[] = {
#embed "../../themes/sen/templates/fragments/tags.html"
};
static const uint8_t sen_templates_fragments_updated_html[] = {
#embed "../../themes/sen/templates/fragments/updated.html"
};
static const uint8_t sen_templates_fragments_visits_html[] = {
#embed "../../themes/sen/templates/fragments/visits.html"
};
static const uint8_t sen_templates_home_html[] = {
#embed "../../themes/sen/templates/home.html"
};
static const uint8_t sen_templates_list_html[] = {
#embed "../../themes/sen/templates/list.html"
};
static const uint8_t sen_templates_month_html[] = {
#embed "../../themes/sen/templates/month.html"
};
static const uint8_t sen_templates_notice_html[] = {
#embed "../../themes/sen/templates/notice.html"
};
static const uint8_t sen_templates_page_html[] = {
#embed "../../themes/sen/templates/page.html"
};
static const uint8_t sen_templates_parts_album_card_html[] = {
#embed "../../themes/sen/templates/parts/album-card.html"
};
static const uint8_t sen_templates_parts_albums_block_html[] = {
#embed "../../themes/sen/templates/parts/albums-block.html"
};
static const uint8_t sen_templates_parts_article_data_html[] = {
#embed "../../themes/sen/templates/parts/article-data.html"
};
static const uint8_t sen_templates_parts_article_social_html[] = {
#embed "../../themes/sen/templates/parts/article-social.html"
};
static const uint8_t sen_templates_parts_article_text_html[] = {
#embed "../../themes/sen/templates/parts/article-text.html"
};
static const uint8_t sen_templates_parts_article_tools_html[] = {
#embed "../../themes/sen/templates/parts/article-tools.html"
};
static const uint8_t sen_templates_parts_author_note_html[] = {
#embed "../../themes/sen/templates/parts/author-note.html"
};
static const uint8_t sen_templates_parts_banners_html[] = {
#embed "../../themes/sen/templates/parts/banners.html"
};
static const uint8_t sen_templates_parts_block_html[] = {
#embed "../../themes/sen/templates/parts/block.html"
};
static const uint8_t sen_templates_parts_byline_html[] = {
#embed "../../themes/sen/templates/parts/byline.html"
};
static const uint8_t sen_templates_parts_calendar_html[] = {
#embed "../../themes/sen/templates/parts/calendar.html"
};
static const uint8_t sen_templates_parts_card_html[] = {
#embed "../../themes/sen/templates/parts/card.html"
};
static const uint8_t sen_templates_parts_correction_html[] = {
#embed "../../themes/sen/templates/parts/correction.html"
};
static const uint8_t sen_templates_parts_counts_html[] = {
#embed "../../themes/sen/templates/parts/counts.html"
};
static const uint8_t sen_templates_parts_document_filter_html[] = {
#embed "../../themes/sen/templates/parts/document-filter.html"
};
static const uint8_t sen_templates_parts_document_item_html[] = {
#embed "../../themes/sen/templates/parts/document-item.html"
};
static const uint8_t sen_templates_parts_document_lists_html[] = {
#embed "../../themes/sen/templates/parts/document-lists.html"
};
static const uint8_t sen_templates_parts_document_words_html[] = {
#embed "../../themes/sen/templates/parts/document-words.html"
};
static const uint8_t sen_templates_parts_documents_block_html[] = {
#embed "../../themes/sen/templates/parts/documents-block.html"
};
static const uint8_t sen_templates_parts_footer_html[] = {
#embed "../../themes/sen/templates/parts/footer.html"
};
static const uint8_t sen_templates_parts_front_html[] = {
#embed "../../themes/sen/templates/parts/front.html"
};
static const uint8_t sen_templates_parts_head_html[] = {
#embed "../../themes/sen/templates/parts/head.html"
};
static const uint8_t sen_templates_parts_header_html[] = {
#embed "../../themes/sen/templates/parts/header.html"
};
static const uint8_t sen_templates_parts_item_html[] = {
#embed "../../themes/sen/templates/parts/item.html"
};
static const uint8_t sen_templates_parts_lead_html[] = {
#embed "../../themes/sen/templates/parts/lead.html"
};
static const uint8_t sen_templates_parts_li_html[] = {
#embed "../../themes/sen/templates/parts/li.html"
};
static const uint8_t sen_templates_parts_lotus_html[] = {
#embed "../../themes/sen/templates/parts/lotus.html"
};
static const uint8_t sen_templates_parts_menu_html[] = {
#embed "../../themes/sen/templates/parts/menu.html"
};
static const uint8_t sen_templates_parts_modified_html[] = {
#embed "../../themes/sen/templates/parts/modified.html"
};
static const uint8_t sen_templates_parts_months_html[] = {
#embed "../../themes/sen/templates/parts/months.html"
};
static const uint8_t sen_templates_parts_neighbours_html[] = {
#embed "../../themes/sen/templates/parts/neighbours.html"
};
static const uint8_t sen_templates_parts_new_documents_html[] = {
#embed "../../themes/sen/templates/parts/new-documents.html"
};
static const uint8_t sen_templates_parts_pager_html[] = {
#embed "../../themes/sen/templates/parts/pager.html"
};
static const uint8_t sen_templates_parts_palette_html[] = {
#embed "../../themes/sen/templates/parts/palette.html"
};
static const uint8_t sen_templates_parts_period_html[] = {
#embed "../../themes/sen/templates/parts/period.html"
};
static const uint8_t sen_templates_parts_petals_html[] = {
#embed "../../themes/sen/templates/parts/petals.html"
};
static const uint8_t sen_templates_parts_print_article_html[] = {
#embed "../../themes/sen/templates/parts/print-article.html"
};
static const uint8_t sen_templates_parts_print_link_html[] = {
#embed "../../themes/sen/templates/parts/print-link.html"
};
static const uint8_t sen_templates_parts_print_standing_html[] = {
#embed "../../themes/sen/templates/parts/print-standing.html"
};
static const uint8_t sen_templates_parts_second_html[] = {
#embed "../../themes/sen/templates/parts/second.html"
};
static const uint8_t sen_templates_parts_sidebar_html[] = {
#embed "../../themes/sen/templates/parts/sidebar.html"
};
static const uint8_t sen_templates_parts_site_data_html[] = {
#embed "../../themes/sen/templates/parts/site-data.html"
};
static const uint8_t sen_templates_parts_slogans_html[] = {
#embed "../../themes/sen/templates/parts/slogans.html"
};
static const uint8_t sen_templates_parts_views_html[] = {
#embed "../../themes/sen/templates/parts/views.html"
};
static const uint8_t sen_templates_print_html[] = {
#embed "../../themes/sen/templates/print.html"
};
static const uint8_t sen_templates_redirect_html[] = {
#embed "../../themes/sen/templates/redirect.html"
};
static const uint8_t sen_templates_sitemap_html[] = {
#embed "../../themes/sen/templates/sitemap.html"
};
static const uint8_t sen_templates_tag_html[] = {
#embed "../../themes/sen/templates/tag.html"
};
static const uint8_t sen_templates_year_html[] = {
#embed "../../themes/sen/templates/year.html"
};
static const uint8_t sen_theme_yaml[] = {
#embed "../../themes/sen/theme.yaml"
};

#define FILE(name, bytes) { name, bytes, sizeof bytes }

// In byte order of their names.
static const EmbeddedFile files[] = {
    FILE("starter/.gitignore", starter_gitignore),
    FILE("starter/content/tin-tuc/_index.md", starter_content_tin_tuc_index_md),
    FILE("starter/content/tin-tuc/hoi-nghi-nguoi-lao-dong.md", starter_content_tin_tuc_hoi_nghi_nguoi_lao_dong_md),
    FILE("starter/content/tin-tuc/ke-hoach-hien-mau.md", starter_content_tin_tuc_ke_hoach_hien_mau_md),
    FILE("starter/content/tin-tuc/tu-sach-dung-chung.md", starter_content_tin_tuc_tu_sach_dung_chung_md),
    FILE("starter/content/trang/gioi-thieu.md", starter_content_trang_gioi_thieu_md),
    FILE("starter/site.yaml", starter_site_yaml),
    FILE("themes/sen/assets/css/sen.css", sen_assets_css_sen_css),
    FILE("themes/sen/assets/js/album.js", sen_assets_js_album_js),
    FILE("themes/sen/assets/js/documents.js", sen_assets_js_documents_js),
    FILE("themes/sen/assets/js/fragments.js", sen_assets_js_fragments_js),
    FILE("themes/sen/assets/js/sen.js", sen_assets_js_sen_js),
    FILE("themes/sen/assets/js/visits.js", sen_assets_js_visits_js),
    FILE("themes/sen/templates/404.html", sen_templates_404_html),
    FILE("themes/sen/templates/album.html", sen_templates_album_html),
    FILE("themes/sen/templates/albums.html", sen_templates_albums_html),
    FILE("themes/sen/templates/article.html", sen_templates_article_html),
    FILE("themes/sen/templates/base.html", sen_templates_base_html),
    FILE("themes/sen/templates/category.html", sen_templates_category_html),
    FILE("themes/sen/templates/day.html", sen_templates_day_html),
    FILE("themes/sen/templates/document.html", sen_templates_document_html),
    FILE("themes/sen/templates/documents.html", sen_templates_documents_html),
    FILE("themes/sen/templates/fragments/archive.html", sen_templates_fragments_archive_html),
    FILE("themes/sen/templates/fragments/documents.html", sen_templates_fragments_documents_html),
    FILE("themes/sen/templates/fragments/latest.html", sen_templates_fragments_latest_html),
    FILE("themes/sen/templates/fragments/most-read.html", sen_templates_fragments_most_read_html),
    FILE("themes/sen/templates/fragments/tags.html", sen_templates_fragments_tags_html),
    FILE("themes/sen/templates/fragments/updated.html", sen_templates_fragments_updated_html),
    FILE("themes/sen/templates/fragments/visits.html", sen_templates_fragments_visits_html),
    FILE("themes/sen/templates/home.html", sen_templates_home_html),
    FILE("themes/sen/templates/list.html", sen_templates_list_html),
    FILE("themes/sen/templates/month.html", sen_templates_month_html),
    FILE("themes/sen/templates/notice.html", sen_templates_notice_html),
    FILE("themes/sen/templates/page.html", sen_templates_page_html),
    FILE("themes/sen/templates/parts/album-card.html", sen_templates_parts_album_card_html),
    FILE("themes/sen/templates/parts/albums-block.html", sen_templates_parts_albums_block_html),
    FILE("themes/sen/templates/parts/article-data.html", sen_templates_parts_article_data_html),
    FILE("themes/sen/templates/parts/article-social.html", sen_templates_parts_article_social_html),
    FILE("themes/sen/templates/parts/article-text.html", sen_templates_parts_article_text_html),
    FILE("themes/sen/templates/parts/article-tools.html", sen_templates_parts_article_tools_html),
    FILE("themes/sen/templates/parts/author-note.html", sen_templates_parts_author_note_html),
    FILE("themes/sen/templates/parts/banners.html", sen_templates_parts_banners_html),
    FILE("themes/sen/templates/parts/block.html", sen_templates_parts_block_html),
    FILE("themes/sen/templates/parts/byline.html", sen_templates_parts_byline_html),
    FILE("themes/sen/templates/parts/calendar.html", sen_templates_parts_calendar_html),
    FILE("themes/sen/templates/parts/card.html", sen_templates_parts_card_html),
    FILE("themes/sen/templates/parts/correction.html", sen_templates_parts_correction_html),
    FILE("themes/sen/templates/parts/counts.html", sen_templates_parts_counts_html),
    FILE("themes/sen/templates/parts/document-filter.html", sen_templates_parts_document_filter_html),
    FILE("themes/sen/templates/parts/document-item.html", sen_templates_parts_document_item_html),
    FILE("themes/sen/templates/parts/document-lists.html", sen_templates_parts_document_lists_html),
    FILE("themes/sen/templates/parts/document-words.html", sen_templates_parts_document_words_html),
    FILE("themes/sen/templates/parts/documents-block.html", sen_templates_parts_documents_block_html),
    FILE("themes/sen/templates/parts/footer.html", sen_templates_parts_footer_html),
    FILE("themes/sen/templates/parts/front.html", sen_templates_parts_front_html),
    FILE("themes/sen/templates/parts/head.html", sen_templates_parts_head_html),
    FILE("themes/sen/templates/parts/header.html", sen_templates_parts_header_html),
    FILE("themes/sen/templates/parts/item.html", sen_templates_parts_item_html),
    FILE("themes/sen/templates/parts/lead.html", sen_templates_parts_lead_html),
    FILE("themes/sen/templates/parts/li.html", sen_templates_parts_li_html),
    FILE("themes/sen/templates/parts/lotus.html", sen_templates_parts_lotus_html),
    FILE("themes/sen/templates/parts/menu.html", sen_templates_parts_menu_html),
    FILE("themes/sen/templates/parts/modified.html", sen_templates_parts_modified_html),
    FILE("themes/sen/templates/parts/months.html", sen_templates_parts_months_html),
    FILE("themes/sen/templates/parts/neighbours.html", sen_templates_parts_neighbours_html),
    FILE("themes/sen/templates/parts/new-documents.html", sen_templates_parts_new_documents_html),
    FILE("themes/sen/templates/parts/pager.html", sen_templates_parts_pager_html),
    FILE("themes/sen/templates/parts/palette.html", sen_templates_parts_palette_html),
    FILE("themes/sen/templates/parts/period.html", sen_templates_parts_period_html),
    FILE("themes/sen/templates/parts/petals.html", sen_templates_parts_petals_html),
    FILE("themes/sen/templates/parts/print-article.html", sen_templates_parts_print_article_html),
    FILE("themes/sen/templates/parts/print-link.html", sen_templates_parts_print_link_html),
    FILE("themes/sen/templates/parts/print-standing.html", sen_templates_parts_print_standing_html),
    FILE("themes/sen/templates/parts/second.html", sen_templates_parts_second_html),
    FILE("themes/sen/templates/parts/sidebar.html", sen_templates_parts_sidebar_html),
    FILE("themes/sen/templates/parts/site-data.html", sen_templates_parts_site_data_html),
    FILE("themes/sen/templates/parts/slogans.html", sen_templates_parts_slogans_html),
    FILE("themes/sen/templates/parts/views.html", sen_templates_parts_views_html),
    FILE("themes/sen/templates/print.html", sen_templates_print_html),
    FILE("themes/sen/templates/redirect.html", sen_templates_redirect_html),
    FILE("themes/sen/templates/sitemap.html", sen_templates_sitemap_html),
    FILE("themes/sen/templates/tag.html", sen_templates_tag_html),
    FILE("themes/sen/templates/year.html", sen_templates_year_html),
    FILE("themes/sen/theme.yaml", sen_theme_yaml),
};

size_t embedded_file_count(void) {
    return sizeof files / sizeof files[0];
}

EmbeddedFile embedded_file(size_t index) {
    return files[index];
}
