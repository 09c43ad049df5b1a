// SPDX-License-Identifier: Apache-2.0
#include "report/html_assets.h"

namespace suowen::report {

std::string_view html_style() {
    return R"css(
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d9dee6;--page:#fff;--card:#f5f7fa;--bar:#3b6fb6;--crit:#a4161a;--high:#c8501e;--med:#9a6b00;--low:#4a6572;--mark:#ffe08a}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#333c49;--page:#12161c;--card:#1b212a;--bar:#6b9fe0;--crit:#ff8b8b;--high:#ffab7a;--med:#f0c46a;--low:#a9c0cc;--mark:#6b5200}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:1120px;margin:0 auto;padding:1.2rem}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.15rem;margin:2rem 0 .6rem}
p.note,.soft{color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:.8rem;margin:1rem 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem}
.card b{display:block;font-size:1.6rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:1.2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
th button{all:unset;cursor:pointer;font-weight:600}th button:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
.bar{background:var(--bar);height:.75rem;border-radius:2px;min-width:1px;display:block}
.bars td:nth-child(2){width:55%}
.sev-critical{color:var(--crit);font-weight:700}.sev-high{color:var(--high);font-weight:600}.sev-medium{color:var(--med)}.sev-low,.sev-info{color:var(--low)}
form.filters{display:flex;flex-wrap:wrap;gap:.6rem;margin:.6rem 0}
input,select,button.page{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:6px;padding:.3rem .5rem;max-width:100%}
mark{background:var(--mark);color:inherit;padding:0 .1em}
.talk{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}.talk div{background:var(--card);border-radius:8px;padding:.6rem .8rem;white-space:pre-wrap;overflow-wrap:anywhere}
.law{border-left:3px solid var(--line);padding-left:.8rem;margin:.5rem 0;white-space:pre-wrap}
td.where{overflow-wrap:anywhere}
@media(max-width:640px){.talk{grid-template-columns:1fr}main{padding:.7rem}.wide{display:none}}
@media print{form.filters,.pager,.skip{display:none}body{font-size:11pt}.card{break-inside:avoid}tr{break-inside:avoid}}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.4rem}
)css";
}

std::string_view html_script() {
    return R"js(
'use strict';
const data=JSON.parse(document.getElementById('data').textContent);
const {rules,statutes,words}=data;
const $=id=>document.getElementById(id);
const make=(tag,text,cls)=>{const e=document.createElement(tag);if(text!==undefined)e.textContent=text;if(cls)e.className=cls;return e;};
const rank={info:0,low:1,medium:2,high:3,critical:4};
const columns=[['severity',r=>rank[rules[r.r].severity]],['rule',r=>rules[r.r].title],['agent',r=>r.a],['conversation',r=>r.c],['where',r=>r.p+String(r.l).padStart(9,'0')]];
let sortBy=0,descending=true,page=0,shown=[];
const size=50;
const fill=(select,values)=>{for(const [value,text] of values){const o=make('option',text);o.value=value;select.append(o);}};
const unique=f=>[...new Set(data.findings.map(f))].sort();
fill($('f-severity'),['critical','high','medium','low','info'].filter(s=>data.findings.some(r=>rules[r.r].severity===s)).map(s=>[s,words[s]||s]));
fill($('f-category'),unique(r=>rules[r.r].category).map(c=>[c,words[c]||c]));
fill($('f-rule'),unique(r=>r.r).map(i=>[String(i),rules[i].id+' '+rules[i].title]));
fill($('f-agent'),unique(r=>r.a).filter(a=>a).map(a=>[a,a]));
function apply(){
 const text=$('f-text').value.trim().toLowerCase(),s=$('f-severity').value,c=$('f-category').value,i=$('f-rule').value,a=$('f-agent').value;
 shown=data.findings.filter(r=>{const q=rules[r.r];return(!s||q.severity===s)&&(!c||q.category===c)&&(!i||String(r.r)===i)&&(!a||r.a===a)&&
  (!text||(r.q+r.b+r.m+r.e+r.c+r.p+q.title+q.id).toLowerCase().includes(text));});
 const key=columns[sortBy][1];
 shown=shown.map((r,n)=>[key(r),n,r]).sort((x,y)=>{const d=x[0]<y[0]?-1:x[0]>y[0]?1:0;return(descending?-d:d)||x[1]-y[1];}).map(x=>x[2]);
 page=0;draw();
}
function talk(r){
 const box=make('div',undefined,'talk'),q=make('div'),a=make('div');
 q.append(make('b',words.customer),document.createElement('br'),r.q||words.nothing);
 a.append(make('b',r.a||words.agent),document.createElement('br'),r.b,make('mark',r.m),r.e);
 box.append(q,a);return box;
}
function detail(r){
 const q=rules[r.r],box=make('div');
 box.append(talk(r));
 if(q.consequence)box.append(make('p',words.may_lead_to+q.consequence));
 if(q.to_check)box.append(make('p',words.to_check+q.to_check,'soft'));
 for(const id of r.s){const law=statutes[id];if(law){const p=make('div',undefined,'law');p.append(make('b',law[0]),document.createElement('br'),law[1]);box.append(p);}}
 if(q.advice)box.append(make('p',words.advice+q.advice));
 box.append(make('p',r.p+':'+r.l+'  '+r.f,'soft'));
 return box;
}
function draw(){
 const body=$('rows');body.textContent='';
 for(const r of shown.slice(page*size,page*size+size)){
  const q=rules[r.r],tr=make('tr');
  tr.append(make('td',words[q.severity]||q.severity,'sev-'+q.severity));
  const cell=make('td'),open=make('button',q.id+' '+q.title,'page');
  open.setAttribute('aria-expanded','false');cell.append(open);if(r.k)cell.append(make('div',r.k,'soft'));tr.append(cell);
  tr.append(make('td',r.a,'wide'),make('td',r.c,'wide where'),make('td',r.p+':'+r.l,'where'));
  const more=make('tr');more.hidden=true;const td=make('td');td.colSpan=5;more.append(td);
  open.addEventListener('click',()=>{if(!td.firstChild)td.append(detail(r));more.hidden=!more.hidden;open.setAttribute('aria-expanded',String(!more.hidden));});
  body.append(tr,more);
 }
 const pages=Math.max(1,Math.ceil(shown.length/size));
 $('count').textContent=shown.length+' / '+data.findings.length;
 $('page').textContent=(page+1)+' / '+pages;
 $('prev').disabled=page===0;$('next').disabled=page+1>=pages;
 document.querySelectorAll('th[data-col]').forEach(th=>{const n=Number(th.dataset.col);th.setAttribute('aria-sort',n===sortBy?(descending?'descending':'ascending'):'none');});
}
document.querySelectorAll('th[data-col] button').forEach(b=>b.addEventListener('click',()=>{const n=Number(b.parentElement.dataset.col);if(n===sortBy)descending=!descending;else{sortBy=n;descending=false;}apply();}));
for(const id of['f-text','f-severity','f-category','f-rule','f-agent'])$(id).addEventListener('input',apply);
$('filters').addEventListener('submit',e=>e.preventDefault());
$('prev').addEventListener('click',()=>{page--;draw();});$('next').addEventListener('click',()=>{page++;draw();});
let replyPage=0;
function drawReplies(){
 const body=$('replies');if(!body)return;body.textContent='';
 for(const r of data.replies.slice(replyPage*size,replyPage*size+size)){
  const tr=make('tr');tr.append(make('td',words[r.v]||r.v),make('td',r.n===null?'':r.n.toFixed(2),'n'));
  const td=make('td');td.append(talk(r));tr.append(td,make('td',r.p+':'+r.l,'where wide'));body.append(tr);
 }
 const pages=Math.max(1,Math.ceil(data.replies.length/size));
 $('rpage').textContent=(replyPage+1)+' / '+pages;$('rprev').disabled=replyPage===0;$('rnext').disabled=replyPage+1>=pages;
}
if($('replies')){$('rprev').addEventListener('click',()=>{replyPage--;drawReplies();});$('rnext').addEventListener('click',()=>{replyPage++;drawReplies();});drawReplies();}
apply();
)js";
}

}  // namespace suowen::report
