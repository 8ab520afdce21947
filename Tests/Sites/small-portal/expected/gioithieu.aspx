<!DOCTYPE html>
<title></title>
<link rel="canonical" href="https://a.example/gioi-thieu/"><meta name="robots" content="noindex">
<a href="/gioi-thieu/">https://a.example/gioi-thieu/</a>