/** The region's window and telephone: the way that needs no phone skills. */
import { callAgency } from '../agency-phone/agency-phone';
import { useRegion } from '../region/regions';
import { Card } from '../ui/card';
import { Row } from '../ui/row';

export function AgencyWindow() {
  const region = useRegion();
  return (
    <Card flush title="窗口和电话">
      {region !== null && (
        <>
          <Row title={region.agency} detail={region.address} />
          <Row title="办事时间" value={region.hours} />
          {region.offices.map(({ name, address, hours, phone }) => (
            <Row key={name} title={name} detail={`${address}。${hours}。电话 ${phone}`} />
          ))}
        </>
      )}
      <Row
        icon="phone"
        title="打电话问"
        detail={region === null ? '国家医保服务热线' : undefined}
        value={region?.phone ?? '12393'}
        onPress={() => void callAgency()}
      />
      {region !== null && <Row title="投诉电话" value={region.complaintPhone} />}
    </Card>
  );
}
