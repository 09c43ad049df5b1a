// SPDX-License-Identifier: Apache-2.0
#include "report/html_assets.h"

namespace suowen::report {

std::string_view html_style() {
    return R"css(
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d9dee6;--page:#fff;--card:#f5f7fa;--bar:#3b6fb6;--crit:#a4161a;--high:#c8501e;--med:#9a6b00;--low:#4a6572;--mark:#ffe08a}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#333c49;--page:#12161c;--card:#1b212a;--bar:#6b9fe0;--crit:#ff8b8b;--high:#ffab7a;--med:#f0c46a;--low:#a9c0cc;--mark:#6b5200}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main{max-width:1120px;margin:0 auto;padding:1.2rem}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.15rem;margin:2rem 0 .6rem}h3{font-size:1rem;margin:1.2rem 0 .4rem}
p.about{margin:.2rem 0}p.note,.soft{color:var(--soft)}p.note{margin:.3rem 0}p.note::first-letter,thead th::first-letter{text-transform:uppercase}p.note:empty,.paper{display:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:.8rem;margin:1rem 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem}
.card b{display:block;font-size:1.6rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:1.2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
th{overflow-wrap:break-word}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td.n,.word,td[class^=sev-]{white-space:nowrap}.said{white-space:pre-wrap}.scroll .place{white-space:pre-line;min-width:11em}
.bars td:nth-child(2){width:50%}
.bars th{white-space:nowrap}
.scroll{overflow-x:auto}.scroll th,.scroll td{min-width:4.5em}.scroll th[scope=row]{min-width:9em}
th button{all:unset;cursor:pointer;font-weight:600;white-space:nowrap}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
a:focus-visible,th button:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,.scroll:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
.bar{background:var(--bar);height:.75rem;border-radius:2px;min-width:1px;display:block;margin-top:.4rem}
.trend{display:block;fill:var(--bar)}
.pale{opacity:.45}
.sev-critical{color:var(--crit);font-weight:700}.sev-high{color:var(--high);font-weight:600}.sev-medium{color:var(--med)}.sev-low,.sev-info{color:var(--low)}
form.filters{display:flex;flex-wrap:wrap;gap:.6rem;margin:.6rem 0}form.filters label{max-width:100%}
input,select,button.page{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:6px;padding:.3rem .5rem;max-width:100%}
td button.page{text-align:left}button[aria-disabled=true]{opacity:.5;cursor:default}
mark{background:var(--mark);color:inherit;padding:0 .1em}
.talk{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}.talk div{background:var(--card);border-radius:8px;padding:.6rem .8rem;white-space:pre-wrap}
.law{border-left:3px solid var(--line);padding-left:.8rem;margin:.5rem 0;white-space:pre-wrap}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.4rem}
@media(max-width:640px){.talk{grid-template-columns:1fr}main{padding:.7rem}.wide{display:none}}
@page{margin:14mm 12mm}
@media print{
form.filters,#count,.pager,.skip,.screen{display:none}.paper,p.note.paper{display:block}p.note.paper:empty{display:none}
body{font-size:10pt}main{max-width:none;padding:0}.cards{grid-template-columns:repeat(6,1fr);gap:.4rem}.card{padding:.4rem .5rem}.card b{font-size:1.2rem}
.plots{display:block;columns:2;column-gap:1.4rem}.plots h2{margin:0 0 .3rem}.plots section{padding-bottom:1rem}.bars th,.bars td{padding:.15rem .3rem}.law{font-size:8.5pt}
.scroll{overflow:visible}.wide{display:table-cell}
.card,.plots section,tr,.talk,article p,.law{break-inside:avoid}h2,h3,p.note,.where{break-after:avoid}thead{display:table-header-group}
article{border-top:1px solid var(--line);padding:.4rem 0}article .talk{break-after:avoid}article h3{margin:0 0 .3rem}article p{margin:.15rem 0}article .talk div{padding:.3rem .5rem}
.bar,mark,.trend,.card,.talk div{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.talk{grid-template-columns:1fr 1fr}
}
)css";
}

std::string_view html_script() {
    return R"js(
'use strict';
const data=JSON.parse(document.getElementById('data').textContent);
const {rules,statutes,words}=data;
const rowsOf=kind=>data.rows.filter(r=>r.i===kind),found=rowsOf('finding');
const categories=new Map(data.categories.ids.map((id,n)=>[id,data.categories.titles[n]]));
const size=50,mostPrinted=200;
const $=id=>document.getElementById(id);
const make=(tag,text,cls)=>{const e=document.createElement(tag);if(text!==undefined)e.textContent=text;if(cls)e.className=cls;return e;};
const place=r=>r.p+':'+r.l;
const fill=(text,n,m)=>text.replace('{n}',n).replace('{m}',m);
const where=(r,between)=>[r.c&&words.conversation+' '+r.c,place(r),r.d].filter(Boolean).join(between);
const state=r=>r.k||'new';
const stateWords=r=>words[r.k]+(r.y?words.colon+r.y:'');
const rank={info:0,low:1,medium:2,high:3,critical:4};

// Only what scrolls is a stop for the keyboard.
function fitScrolls(){
 for(const e of document.querySelectorAll('.scroll'))e.scrollWidth>e.clientWidth?e.tabIndex=0:e.removeAttribute('tabindex');
}
// A table that shows its rows a page at a time, and on paper the first of all of them.
function paged(id,draw){
 let rows=[],page=0;
 const show=(from,count)=>$(id).replaceChildren(...rows.slice(from,from+count).flatMap(draw));
 const update=()=>{
  const pages=Math.max(1,Math.ceil(rows.length/size));
  show(page*size,size);
  $(id+'-page').textContent=fill(words.page,page+1,pages);
  $(id+'-page').parentElement.hidden=pages===1;
  $(id+'-previous').setAttribute('aria-disabled',page===0);$(id+'-next').setAttribute('aria-disabled',page+1>=pages);
  fitScrolls();
 };
 // A button that is really disabled would lose the keyboard's focus.
 const turn=(what,by)=>$(id+'-'+what).addEventListener('click',e=>{if(e.currentTarget.getAttribute('aria-disabled')!=='true'){page+=by;update();}});
 turn('previous',-1);turn('next',1);
 return{
  set(all){rows=all;page=0;update();},
  print(){show(0,mostPrinted);$(id+'-first').textContent=fill(words.first,Math.min(mostPrinted,rows.length),rows.length);},
  update};
}
function said(who,...parts){
 const box=make('div');
 box.append(make('b',who),document.createElement('br'),...parts);
 return box;
}
// The marked words are the reply's, or the question's where the row has the reply besides (t).
function talk(r){
 const box=make('div',undefined,'talk'),marked=[r.b,...(r.m?[make('mark',r.m)]:[]),r.e||''],agent=r.a||words.agent;
 if(r.t===undefined)box.append(said(words.customer,r.q||words.nothing),said(agent,...marked));
 else box.append(said(words.customer,r.q?r.q+'\n':'',...marked),said(agent,r.t||words.no_reply));
 return box;
}
function lawOf(id){
 const law=make('div',undefined,'law');
 law.append(make('b',statutes[id][0]),document.createElement('br'),statutes[id][1]);
 return law;
}
const known=ids=>ids.filter(id=>statutes[id]);

// All that is known of a finding; `laws` are elements.
function detail(r,laws){
 const q=rules[r.r],box=make('div');
 const at=make('p',where(r,' · ')+' · '+r.f,'soft where');
 if(r.w)at.prepend(make('b',words.waited+r.w),' · ');
 box.append(at,talk(r));
 if(q.consequence)box.append(make('p',words.may_lead_to+q.consequence));
 if(q.to_check)box.append(make('p',words.to_check+q.to_check,'soft'));
 box.append(...laws);
 if(q.advice)box.append(make('p',words.advice+q.advice));
 return box;
}
function findingRows(r){
 const q=rules[r.r],row=make('tr'),more=make('tr'),inside=make('td'),cell=make('td'),open=make('button',q.id+' '+q.title,'page');
 open.type='button';open.setAttribute('aria-expanded','false');
 cell.append(open);if(r.k)cell.append(make('div',stateWords(r),'soft'));
 row.append(make('td',words[q.severity]||q.severity,'sev-'+q.severity),cell,make('td',r.a,'wide'),make('td',r.c,'wide'),make('td',r.d,'wide'),make('td',place(r)));
 inside.colSpan=6;more.hidden=true;more.id='more-'+r.id;more.append(inside);open.setAttribute('aria-controls',more.id);
 open.addEventListener('click',()=>{
  if(!inside.firstChild)inside.append(detail(r,known(r.s).map(lawOf)));
  more.hidden=!more.hidden;open.setAttribute('aria-expanded',String(!more.hidden));
 });
 return[row,more];
}
found.forEach((r,n)=>{r.id=n;});
const findings=paged('rows',findingRows);
let sortBy=0,descending=true,shown=[];
const columns=[r=>2*rank[rules[r.r].severity]+(r.k?0:1),r=>rules[r.r].title,r=>r.a,r=>r.c,r=>r.d,r=>r.p+String(r.l).padStart(9,'0')];
function sorted(rows,key,sign){
 return rows.map((r,n)=>[key(r),n,r]).sort((x,y)=>sign*(x[0]<y[0]?-1:x[0]>y[0]?1:0)||x[1]-y[1]).map(x=>x[2]);
}

// Each filter: what of a finding it looks at, its options in order, and their names.
const filters={
 severity:{of:r=>rules[r.r].severity,order:['critical','high','medium','low','info'],name:s=>words[s]||s},
 category:{of:r=>rules[r.r].category,order:[...categories.keys()],name:c=>categories.get(c)},
 rule:{of:r=>String(r.r),order:rules.map((q,n)=>String(n)),name:i=>rules[i].id+' '+rules[i].title},
 agent:{of:r=>r.a,name:a=>a},
 state:{of:state,order:['new','known','suppressed'],name:s=>words[s]}};
for(const [id,f] of Object.entries(filters)){
 const count=new Map();
 for(const r of found)count.set(f.of(r),(count.get(f.of(r))||0)+1);
 for(const value of f.order||[...count.keys()].sort()){
  if(!value||!count.has(value))continue;
  const option=make('option',f.name(value)+' ('+count.get(value)+')');option.value=value;$('f-'+id).append(option);
 }
 $('f-'+id).addEventListener('input',apply);
}
function apply(){
 const text=$('f-text').value.trim().toLowerCase();
 const chosen=Object.entries(filters).map(([id,f])=>[f.of,$('f-'+id).value]).filter(x=>x[1]);
 shown=found.filter(r=>chosen.every(([of,value])=>of(r)===value)&&
  (!text||(r.q+r.b+r.m+r.e+(r.t||'')+r.c+r.p+rules[r.r].title+rules[r.r].id).toLowerCase().includes(text)));
 shown=sorted(shown,columns[sortBy],descending?-1:1);
 $('count').textContent=fill(words.filtered,shown.length,found.length);
 document.querySelectorAll('th[data-col]').forEach(th=>{const n=Number(th.dataset.col);th.setAttribute('aria-sort',n===sortBy?(descending?'descending':'ascending'):'none');});
 findings.set(shown);
}
document.querySelectorAll('th[data-col] button').forEach(b=>b.addEventListener('click',()=>{
 const n=Number(b.parentElement.dataset.col);
 descending=n===sortBy&&!descending;sortBy=n;apply();
}));
$('f-text').addEventListener('input',apply);
$('filters').addEventListener('submit',e=>e.preventDefault());

const lists=[];
function list(id,rows,draw){
 if(!$(id))return;
 const made=paged(id,draw);
 made.set(rows);lists.push(made);
}
// Surest first, then by relevance; of those in the same words the first alone, which counts the
// others. A reply that a rule or what follows shows to be off the point is sure.
function surest(){
 const once=new Map(),score=r=>r.n===null?0:r.n,chance=r=>r.u===undefined?100:r.u;
 for(const r of sorted(sorted(rowsOf('reply'),score,1),chance,-1)){
  const same=once.get(r.b);
  if(same)same.more=(same.more||0)+1;else once.set(r.b,r);
 }
 return[...once.values()];
}
list('replies',surest(),r=>{
 const row=make('tr'),cell=make('td');
 cell.append(talk(r));
 if(r.more)cell.append(make('p',fill(words.same_words,r.more),'soft'));
 row.append(make('td',words[r.v]||r.v,'word'),make('td',r.u===undefined?'':r.u+'%','n'),make('td',r.n===null?'':r.n.toFixed(2),'n'),cell,make('td',where(r,'\n'),'wide place'));
 return[row];
});
list('unanswered',sorted(rowsOf('question'),r=>r.z===undefined?-1:r.z,-1),r=>{
 const row=make('tr');
 row.append(make('td',r.q,'said'),make('td',r.w||'-'),make('td',r.c,'wide'),make('td',r.d,'wide'),make('td',place(r)));
 return[row];
});

// Paper has no buttons: it gets the findings that the filters leave, worst first and opened, and
// each law once, behind them.
function article(r){
 const q=rules[r.r],box=make('article'),head=make('h3');
 head.append(make('span',words[q.severity]||q.severity,'sev-'+q.severity),' '+q.id+' '+q.title+(r.k?' – '+stateWords(r):''));
 const laws=known(r.s).map(id=>statutes[id][0]).join(words.separator);
 box.append(head,detail(r,laws?[make('p',words.basis+laws)]:[]));
 return box;
}
function print(){
 const worst=sorted(shown,columns[0],-1).slice(0,mostPrinted),cited=new Set(worst.flatMap(r=>known(r.s)));
 $('printed').replaceChildren(make('p',fill(words.first,worst.length,shown.length)+words.worst_first,'note'),...worst.map(article));
 if(cited.size)$('printed').append(make('h3',words.statutes),...[...cited].sort().map(lawOf));
 for(const each of lists)each.print();
}
addEventListener('resize',fitScrolls);
addEventListener('beforeprint',print);
addEventListener('afterprint',()=>{$('printed').replaceChildren();for(const each of lists)each.update();});
apply();
)js";
}

}  // namespace suowen::report
