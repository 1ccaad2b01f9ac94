namespace Advocacy.Sharing;

/// <summary>The share page's scripts. The page is whole without them.</summary>
internal static class ShareScripts
{
    /// <summary>
    /// Copies the text; as the person types, says at once when the disclosure goes, and puts a text that has it on the buttons. A text without
    /// it gets onto none of them.
    /// </summary>
    public const string Text =
        "(function(){var d=document,t=d.getElementById('text'),w=d.getElementById('missing'),b=d.getElementById('copy'),s=d.getElementById('copied'),x=t.dataset;"
        + "function whole(v){return(!x.marking||new RegExp(x.marking,'i').test(v.trim()))"
        + "&&new RegExp(x.employment,'i').test(v.replace(new RegExp(x.quotation,'gs'),' '))}"
        + "t.addEventListener('input',function(){var v=t.value,ok=whole(v);w.hidden=ok;s.textContent='';if(!ok)return;"
        + "d.querySelectorAll('a[data-fill]').forEach(function(a){a.href=a.dataset.fill.split('%EE%80%80').join(encodeURIComponent(v))});"
        + "d.querySelectorAll('[data-own]').forEach(function(e){e.textContent=e.dataset.own});"
        + "d.querySelectorAll('[data-text]').forEach(function(e){e.textContent=v})});"
        + "if(!navigator.clipboard)return;b.hidden=false;b.addEventListener('click',function(){t.select();"
        + "navigator.clipboard.writeText(t.value).then(function(){s.textContent=s.dataset.done})})})()";

    /// <summary>Only where the person consented to it. The first click of a person, on anything: scripts cannot make a trusted one.</summary>
    public const string Opened =
        "document.addEventListener('click',function f(e){if(!e.isTrusted)return;document.removeEventListener('click',f,true);"
        + "fetch(location.pathname+'/opened',{method:'POST',keepalive:true})},true)";
}
