-- Of which trade or profession a licence is that a posting asks for, and for which vehicles. Postings that are stored already
-- take it when they are next ingested; until then they ask for any licence of the kind.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting
    DROP CONSTRAINT posting_licence_asked_known,
    ADD CONSTRAINT posting_licence_asked_known CHECK (licence_asked IN
        ('trade_certificate', 'health_college', 'engineering', 'teaching', 'heavy_vehicle', 'other_regulated',
         'automotive_technician', 'truck_mechanic', 'heavy_equipment_mechanic', 'lift_truck_mechanic',
         'auto_body', 'millwright', 'machinist', 'welder', 'sheet_metal', 'refrigeration', 'electrician',
         'plumber', 'gas_fitter', 'steamfitter', 'carpenter', 'cabinetmaker', 'bricklayer', 'roofer',
         'painter', 'crane_operator', 'cook', 'baker', 'hairstylist', 'registered_nurse', 'psychiatric_nurse',
         'practical_nurse', 'nurse_practitioner', 'physician', 'pharmacist', 'dentist', 'dental_assistant',
         'dental_hygienist', 'physiotherapist', 'occupational_therapist', 'psychologist', 'massage_therapist',
         'midwife', 'optometrist', 'optician', 'medical_laboratory', 'medical_radiation', 'class_1',
         'tractor_trailer', 'straight_truck', 'bus', 'early_childhood', 'pesticides', 'accountant', 'law'));
