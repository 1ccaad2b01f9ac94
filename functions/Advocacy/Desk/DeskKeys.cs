namespace Advocacy.Desk;

/// <summary>
/// Single keys on the desk, which the reader can switch off (speech input types letters by accident). The page is whole without them: each
/// leads to something that Tab reaches too.
/// </summary>
internal static class DeskKeys
{
    public const string Script =
        "(function(){var d=document,p=d.getElementById('keys'),b=p.querySelector('input'),m='desk-keys';"
        + "try{b.checked=localStorage.getItem(m)!=='off'}catch(e){b.checked=true}p.hidden=false;"
        + "b.addEventListener('change',function(){try{localStorage.setItem(m,b.checked?'on':'off')}catch(e){}});"
        + "d.addEventListener('keydown',function(e){var k=e.key,a=d.activeElement;"
        + "if(!b.checked||e.ctrlKey||e.metaKey||e.altKey||!/^[a-z/]$/.test(k)||/^(TEXTAREA|SELECT)$/.test(a.tagName)||a.tagName==='INPUT'&&a.type!=='checkbox')return;"
        + "var t,r;if(k==='j'||k==='k'){r=Array.from(d.querySelectorAll('[data-row]'));t=r[r.indexOf(a)+(k==='j'?1:-1)]||(r.indexOf(a)<0?r[0]:null)}"
        + "else t=d.querySelector('[data-key=\"'+k+'\"]');"
        + "if(!t)return;e.preventDefault();r=t.closest('details');if(r)r.open=true;"
        + "if(t.tagName==='A'&&!t.hasAttribute('data-row'))t.click();else{t.focus();t.scrollIntoView({block:'center'})}})})()";
}
