import type { Category } from '../shared/domain/codebook';

/** Chosen from cross-validation: see model/report.json, and test "the defaults are those of the report". */
export const REVIEW_BELOW_CATEGORY = 0.6;
export const REVIEW_BELOW_SUPPLIER = 0.6;
/** What is put aside as no signal (overig) is seen by nobody any more, so the model must be surer of it. */
export const REVIEW_BELOW_NO_SIGNAL = 0.9;
/** The best category must be this far ahead of the second. */
export const REVIEW_BELOW_LEAD = 0.2;
/** A signal that is taken for something else is looked at when the chance that it is onvrede is at least this. */
export const REVIEW_FROM_DISSATISFIED = 0.15;
/** Of ordinary Dutch mail about services the model knows most words; of another language it knows few. */
export const REVIEW_BELOW_KNOWN = 0.5;
/** A side category is mentioned when its own chance is at least this. */
export const ALSO_FROM = 0.5;

/** Categories that go to a supplier, so that a wrong supplier sends them astray. */
export const NEEDS_SUPPLIER: ReadonlySet<Category> = new Set(['storing', 'klacht', 'onvrede']);
