import { explainConstraint } from '../common/constraint.js';

explainConstraint('removal_order_event_once', { path: '', problem: 'The same event of this order is on file already' });
