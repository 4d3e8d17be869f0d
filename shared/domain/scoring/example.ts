import type { IsoDate } from '../dates.ts';
import { adjustmentId, commissionId, departmentId, issueId, itemId, recognitionId, scoringRulesId } from '../ids.ts';
import type { Facts, LedgerLine } from './ledger.ts';
import type { Month } from './months.ts';
import { points } from './points.ts';
import type { ScoringRules } from './rules.ts';
import { score } from './score.ts';

/** A small month with one of each thing a rule book speaks of: what the rules give is shown beside them while they are edited. */
const street = departmentId.parse('street');
const bureau = departmentId.parse('bureau');
const office = departmentId.parse('office');
const day = (text: string) => text as IsoDate;
const month = '2020-03' as Month;

export const exampleUnits: Readonly<Record<string, string>> = { street: '甲街道', bureau: '乙局', office: '丙办' };

/** What happened, by the id of the item, recognition, commission or adjustment. */
export const exampleEvents: Readonly<Record<string, string>> = {
  single: '单篇刊于本刊',
  brief: '简讯刊于本刊',
  merged: '两家综合一篇刊于本刊',
  city: '单篇被市里采用',
  province: '单篇又被省里采用',
  chief: '区主要领导在单篇上批示',
  'city-other': '市其他领导在简讯上批示',
  answered: '约稿',
  late: '约稿',
  missing: '约稿',
};

const inMarch = (days: string) => day(`2020-03-${days}`);
const printed = {
  issueId: issueId.parse('issue'),
  publication: '本刊',
  section: null,
  correction: false,
  date: inMarch('06'),
};

export const exampleFacts: Facts = {
  units: [
    { id: street, group: '镇办', active: true },
    { id: bureau, group: '区直', active: true },
    { id: office, group: '区直', active: true },
  ],
  printed: [
    { ...printed, itemId: itemId.parse('single'), form: 'item', units: [bureau] },
    { ...printed, itemId: itemId.parse('brief'), form: 'brief', units: [street] },
    { ...printed, itemId: itemId.parse('merged'), form: 'item', units: [bureau, office] },
  ],
  upper: [
    {
      id: recognitionId.parse('city'),
      itemId: itemId.parse('single'),
      level: 'city',
      publication: '市刊',
      form: 'item',
      date: inMarch('10'),
    },
    {
      id: recognitionId.parse('province'),
      itemId: itemId.parse('single'),
      level: 'province',
      publication: '省刊',
      form: 'item',
      date: inMarch('20'),
    },
  ],
  instructions: [
    {
      id: recognitionId.parse('chief'),
      itemId: itemId.parse('single'),
      level: 'own',
      rank: 'chief',
      date: inMarch('09'),
    },
    {
      id: recognitionId.parse('city-other'),
      itemId: itemId.parse('brief'),
      level: 'city',
      rank: 'other',
      date: inMarch('22'),
    },
  ],
  credits: new Map(),
  submitted: [
    { unitId: street, month, count: 6 },
    { unitId: bureau, month, count: 9 },
  ],
  commissions: [
    {
      id: commissionId.parse('answered'),
      unitId: bureau,
      dueDate: inMarch('15'),
      answeredDate: inMarch('12'),
      late: false,
    },
    { id: commissionId.parse('late'), unitId: street, dueDate: inMarch('15'), answeredDate: inMarch('18'), late: true },
    { id: commissionId.parse('missing'), unitId: office, dueDate: inMarch('15'), answeredDate: null, late: false },
  ],
  adjustments: [
    { id: adjustmentId.parse('bonus'), unitId: street, date: inMarch('25'), points: points(2), clause: null },
  ],
};

/** The example's ledger under these rules, read on the last day of its month. */
export const exampleLedger = (rules: ScoringRules): LedgerLine[] =>
  score(exampleFacts, [{ id: scoringRulesId.parse('example'), validFrom: day('2020-01-01'), rules }], inMarch('31'));
