import type { PipeTransform } from '@nestjs/common';
import { invalid } from '../common/problem.js';

export const FacilityCodeParam: PipeTransform<string, string> = {
  transform: (code) => {
    if (!/^[A-Z0-9]{1,40}$/.test(code)) throw invalid({ path: 'code', problem: 'must be a facility code (DETLOC): capital letters and digits' });
    return code;
  },
};
