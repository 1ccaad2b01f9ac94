namespace Advocacy.Drops;

/// <summary>Counts each text while it is typed. The page is whole without it: the server counts exactly, by <see cref="Sharing.ShareLength"/>.</summary>
internal static class TextCounts
{
    // X weighs letters beyond the Latin and similar scripts 2; X and Mastodon count every link as 23. Bluesky's and Threads' finer rules are
    // left to the server: what is shown here is never less than theirs by more than a link or an emoji.
    public const string Script =
        "(function(){var s=window.Intl&&Intl.Segmenter?new Intl.Segmenter():null,l=/https?:\\/\\/\\S+/gi;"
        + "function g(t){return s?Array.from(s.segment(t)).length:Array.from(t).length}"
        + "function w(t){var n=0;for(var c of t){var v=c.codePointAt(0);n+=v<=4351||v>=8192&&v<=8205||v>=8208&&v<=8223||v>=8242&&v<=8247?1:2}return n}"
        + "function k(c,t){var n=(t.match(l)||[]).length*23,r=t.replace(l,'');"
        + "return c==='x'?n+w(r):c==='mastodon'?n+g(r):c===''||c==='bluesky'||c==='threads'?g(t):t.length}"
        + "document.querySelectorAll('[data-count]').forEach(function(a){"
        + "var o=document.getElementById(a.dataset.count),c=document.getElementById(a.dataset.channel);"
        + "function f(){var m=+(c.selectedOptions[0].dataset.most||3000),n=k(c.value,a.value.trim());"
        + "o.textContent=o.dataset.of.replace('{0}',n).replace('{1}',m);o.className=(n>m?'fault':'quiet')+' number'}"
        + "a.addEventListener('input',f);c.addEventListener('change',f)})})()";
}
